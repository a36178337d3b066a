using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Storages;
using OpenProject.Domain.FileLinks;
using OpenProject.Domain.OAuthClientCredentials;
using OpenProject.Domain.ProjectStorages;
using OpenProject.Domain.Storages;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>A storage that the demo project uses, and a link to a file in it. Nobody is there: it is to be given another address, or to be removed.</summary>
internal sealed class DemoFiles(OpenProjectDbContext context, DemoWriter writer, StorageApplicationService applications)
{
    private const string Linked = "Book the venue";
    private const int SizeOfPlan = 183_502;

    /// <summary>Stores them.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="data">What the installation begins with.</param>
    /// <param name="secret">What the server proves itself by to the storage, encrypted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AddAsync(long projectId, BaseData data, string secret, CancellationToken cancellationToken)
    {
        var storage = Storage.Draft(data.AdminId, data.Now);
        storage.Rename("Cloud files");
        storage.Classify(StorageKind.Nextcloud);
        storage.LocateAt("https://cloud.example.net/");
        await writer.AddAsync([storage], cancellationToken);
        await applications.GiveAsync(storage, cancellationToken);
        var workPackageId = await context.Set<WorkPackage>().Where(w => w.ProjectId == projectId && w.Subject == Linked).Select(w => w.Id).SingleAsync(cancellationToken);
        var plan = new OriginData("31", "Floor plan.pdf", "application/pdf", SizeOfPlan, data.Now, data.Now, "Aiko Brandt", "Aiko Brandt");
        await writer.AddAsync(
            [
                ClientCredentials.For(storage.Id, "openproject", secret, data.Now),
                ProjectStorage.Create(projectId, storage.Id, "/Demo project", data.AdminId, data.Now),
                FileLink.Create(workPackageId, storage.Id, plan, data.AdminId, data.Now),
            ],
            cancellationToken);
    }
}
