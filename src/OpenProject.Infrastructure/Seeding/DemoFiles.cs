using Microsoft.EntityFrameworkCore;
using OpenProject.Domain.FileLinks;
using OpenProject.Domain.ProjectStorages;
using OpenProject.Domain.Storages;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>A storage that the demo project uses, and a link to a file in it. Nobody is there: it is to be given another address, or to be removed.</summary>
internal sealed class DemoFiles(OpenProjectDbContext context, DemoWriter writer)
{
    private const int SizeOfPlan = 183_502;

    /// <summary>Stores them; the last work package of the project has the link.</summary>
    public async Task AddAsync(long projectId, BaseData data, CancellationToken cancellationToken)
    {
        var storage = Storage.Draft(data.AdminId, data.Now);
        storage.Rename("Cloud files");
        storage.Classify(StorageKind.Nextcloud);
        storage.LocateAt("https://cloud.example.net/");
        await writer.AddAsync([storage], cancellationToken);
        var workPackageId = await context.Set<WorkPackage>().Where(w => w.ProjectId == projectId).MaxAsync(w => w.Id, cancellationToken);
        var plan = new OriginData("31", "Floor plan.pdf", "application/pdf", SizeOfPlan, data.Now, data.Now, "Aiko Brandt", "Aiko Brandt");
        await writer.AddAsync(
            [
                ProjectStorage.Create(projectId, storage.Id, "/Demo project", data.AdminId, data.Now),
                FileLink.Create(workPackageId, storage.Id, plan, data.AdminId, data.Now),
            ],
            cancellationToken);
    }
}
