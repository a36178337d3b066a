using OpenProject.Application.Common;

namespace OpenProject.Application.OAuthApplications;

/// <summary>The applications that the viewer lets act for him.</summary>
public sealed class OAuthGrantService(IOAuthGrants grants, IUnitOfWork unitOfWork, CurrentViewer current)
{
    /// <summary>They, by name.</summary>
    public Task<IReadOnlyList<OAuthGrantDto>> ListAsync(CancellationToken cancellationToken) => grants.ListAsync(current.Viewer.UserId, cancellationToken);

    /// <summary>Takes it back from one. It takes effect at once in this process and within a second in others; one that was never let in changes nothing.</summary>
    public Task RevokeAsync(long applicationId, CancellationToken cancellationToken) =>
        unitOfWork.InTransactionAsync(cancellation => grants.RevokeAsync(current.Viewer.UserId, applicationId, cancellation), cancellationToken);
}
