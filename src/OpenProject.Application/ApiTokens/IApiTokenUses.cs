namespace OpenProject.Application.ApiTokens;

/// <summary>Takes note of the use of API tokens, beside the requests that use them.</summary>
public interface IApiTokenUses
{
    /// <summary>
    /// The token was used at that time, UTC. Returns at once; the note is stored a little later, failures are logged.
    /// Several notes of one token within <see cref="Domain.ApiTokens.ApiToken.UseResolution"/> may become one.
    /// </summary>
    void Note(long tokenId, DateTime usedAt);
}
