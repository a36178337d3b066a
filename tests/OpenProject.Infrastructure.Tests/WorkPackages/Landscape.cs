using OpenProject.Domain.Priorities;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Types;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Tests.Persistence;

namespace OpenProject.Infrastructure.Tests.WorkPackages;

/// <summary>A database with all that a work package needs to refer to.</summary>
internal sealed class Landscape : IDisposable
{
    private Landscape(DatabaseProvider provider) => Database = new MigratedDatabase(provider);

    public MigratedDatabase Database { get; }

    public User User { get; private set; } = null!;

    public Project Project { get; private set; } = null!;

    public Status Open { get; private set; } = null!;

    public Status Rejected { get; private set; } = null!;

    public Priority Priority { get; private set; } = null!;

    public WorkPackageType Type { get; private set; } = null!;

    public static async Task<Landscape> CreateAsync(DatabaseProvider provider)
    {
        var landscape = new Landscape(provider);
        var now = landscape.Database.Now;
        landscape.User = User.Create("ada", "Ada", "Lovelace", "ada@example.net", now);
        landscape.Open = Status.Create("New", 1, null, 0, now);
        landscape.Rejected = Status.Create("Rejected", 2, null, 100, now);
        landscape.Rejected.ExcludeFromTotals(true);
        landscape.Priority = Priority.Create("Normal", 1, null, now);
        landscape.Type = WorkPackageType.Create("Task", 1, null, now);
        await landscape.Database.StoreAsync(landscape.User, landscape.Open, landscape.Rejected, landscape.Priority, landscape.Type);
        landscape.Project = await landscape.AddProjectAsync("demo");
        return landscape;
    }

    public async Task<Project> AddProjectAsync(string identifier, long? parentId = null)
    {
        var project = Project.Create(identifier, identifier, Database.Now);
        project.OfferTypes([Type.Id]);
        project.MoveBelow(parentId);
        await Database.StoreAsync(project);
        return project;
    }

    /// <summary>Stores a work package with its journal; the closure table is left to the test.</summary>
    public async Task<long> AddWorkPackageAsync(string subject, Action<WorkPackage>? prepare = null)
    {
        await using var context = Database.Open();
        var workPackage = WorkPackage.Draft(User.Id, Database.Now);
        workPackage.Rename(subject);
        workPackage.MoveToProject(Project.Id);
        workPackage.BecomeType(Type.Id);
        workPackage.MoveTo(Open.Id);
        workPackage.Prioritize(Priority.Id);
        prepare?.Invoke(workPackage);
        context.Add(workPackage);
        await Database.UnitOfWork(context, User.Id).SaveAsync(default);
        return workPackage.Id;
    }

    public void Dispose() => Database.Dispose();
}
