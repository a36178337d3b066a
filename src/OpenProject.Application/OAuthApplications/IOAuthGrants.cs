namespace OpenProject.Application.OAuthApplications;

/// <summary>What people let applications do for them.</summary>
public interface IOAuthGrants
{
    /// <summary>The applications that a user lets act for him, by name.</summary>
    Task<IReadOnlyList<OAuthGrantDto>> ListAsync(long userId, CancellationToken cancellationToken);

    /// <summary>Whether the user has said before, and not taken back, that the application may have these scopes.</summary>
    Task<bool> IsGivenAsync(long userId, long applicationId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken);

    /// <summary>Remembers that the user has said so.</summary>
    Task GiveAsync(long userId, long applicationId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken);

    /// <summary>Takes it back: every code, token and consent of the user and the application is worthless from now on.</summary>
    Task RevokeAsync(long userId, long applicationId, CancellationToken cancellationToken);
}
