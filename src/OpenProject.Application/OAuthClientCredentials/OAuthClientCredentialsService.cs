using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Application.OAuthClientCredentials;

/// <summary>Reads what the server calls itself at storages, for administrators only.</summary>
public sealed class OAuthClientCredentialsService(ResourceReader reader, OAuthClientCredentialsResource resource)
{
    /// <summary>Credentials; leaves as forbidden for those who are no administrators.</summary>
    public Task<Document<OAuthClientCredentialsDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.Access.Viewer.IsAdmin
        ? reader.FindAsync(resource, id, cancellationToken)
        : throw new ProblemException(new Problem.Forbidden());
}
