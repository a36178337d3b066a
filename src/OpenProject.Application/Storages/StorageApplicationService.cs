using OpenProject.Application.Common;
using OpenProject.Application.OAuthApplications;
using OpenProject.Domain.OAuthApplications;
using OpenProject.Domain.Storages;

namespace OpenProject.Application.Storages;

/// <summary>The applications as which storages ask here. Whoever calls it has asked whether that may be done.</summary>
public sealed class StorageApplicationService(OAuthApplicationService applications, IUnitOfWork unitOfWork)
{
    // Where OpenProject's integration app in Nextcloud takes people back.
    private const string Redirect = "index.php/apps/integration_openproject/oauth-redirect";

    /// <summary>Gives a stored Nextcloud its application, which belongs to whoever set the storage up.</summary>
    /// <returns>Its client id and secret; null for other kinds, which have none.</returns>
    public async Task<OAuthApplicationSecret?> GiveAsync(Storage storage, CancellationToken cancellationToken)
    {
        if (storage is not { Kind: StorageKind.Nextcloud, Host: { } host })
            return null;
        var application = await applications.RegisterAsync(
            new OAuthApplicationDraft($"{storage.Name} (Nextcloud)", [host + Redirect], Confidential: true, [OAuthScope.Default]), storage.CreatorId, cancellationToken);
        storage.ComeAs(application.Id);
        await unitOfWork.SaveAsync(cancellationToken);
        return application;
    }

    /// <summary>Has the application of a storage lead people back to where the storage now is.</summary>
    public async Task FollowAsync(Storage storage, CancellationToken cancellationToken)
    {
        if (storage is { OAuthApplicationId: { } applicationId, Host: { } host })
            await applications.RedirectAsync(applicationId, host + Redirect, cancellationToken);
    }
}
