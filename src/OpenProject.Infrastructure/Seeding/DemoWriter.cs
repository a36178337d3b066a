using OpenProject.Application.Common;
using OpenProject.Application.Groups;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Relations;
using OpenProject.Domain.TimeEntries;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>Stores demo data, many rows a save. The closure tables are filled once, when all rows are there.</summary>
internal sealed class DemoWriter(OpenProjectDbContext context, IUnitOfWork unitOfWork, IGroupMembers members, IMarkdown markdown)
{
    private const int BatchSize = 500;

    /// <summary>Stores new rows.</summary>
    public async Task AddAsync(IEnumerable<object> rows, CancellationToken cancellationToken)
    {
        foreach (var batch in rows.Chunk(BatchSize))
        {
            context.AddRange(batch);
            await unitOfWork.SaveAsync(cancellationToken);
        }
    }

    /// <summary>Stores a project with a description.</summary>
    public async Task<Project> AddProjectAsync(Project project, string text, CancellationToken cancellationToken)
    {
        project.Describe(text, markdown.ToHtml(text));
        await AddAsync([project], cancellationToken);
        return project;
    }

    /// <summary>Stores a group that is a member of a project; its users, who may be members already, have its role there too.</summary>
    public async Task AddGroupAsync(Group group, IReadOnlyCollection<long> userIds, long projectId, long roleId, CancellationToken cancellationToken)
    {
        await AddAsync([group], cancellationToken);
        await AddAsync([Membership.Create(group.Id, projectId, [roleId], group.CreatedAt)], cancellationToken);
        await members.AddAsync(group.Id, userIds, cancellationToken);
    }

    /// <summary>Stores the work packages of projects, level by level, as children name their parent's id.</summary>
    public async Task AddWorkAsync(BaseData data, IEnumerable<(long ProjectId, DemoWork Work)> work, CancellationToken cancellationToken)
    {
        var level = work.Select(w => DemoNode.Of(w.Work, data, w.ProjectId, markdown)).ToList();
        var all = new List<DemoNode>();
        while (level.Count > 0)
        {
            all.AddRange(level);
            await AddAsync(level.Select(node => node.Row), cancellationToken);
            await TellAsync(data, [.. level.Where(node => node.Work.Comment is not null)], cancellationToken);
            foreach (var node in level)
                foreach (var child in node.Children)
                    child.Row.MoveBelow(node.Row.Id);
            level = [.. level.SelectMany(node => node.Children)];
        }

        await AddAsync(
            all.Where(node => node.Work.Follows is not null)
                .Select(node => Relation.Create(node.Row.Id, all.First(other => other.Work.Subject == node.Work.Follows).Row.Id, RelationType.Follows)),
            cancellationToken);
        await AddAsync(
            all.Where(node => node.Work.Spent is not null).Select(node => TimeEntry.Create(
                node.Row.ProjectId, node.Row.Id, node.Work.AssigneeId ?? data.AdminId, data.Activities[0].Id, data.Today, node.Work.Spent!.Value, data.Now)),
            cancellationToken);
    }

    /// <summary>Enters all projects and work packages into the closures of their trees.</summary>
    public async Task PlantAllAsync(CancellationToken cancellationToken)
    {
        await new ClosureTable(context, "projects", "project_hierarchies").PlantAllAsync(cancellationToken);
        await new ClosureTable(context, "work_packages", "work_package_hierarchies").PlantAllAsync(cancellationToken);
    }

    /// <summary>Forgets the rows stored so far; they need not be compared at each further save.</summary>
    public void Forget() => context.ChangeTracker.Clear();

    private async Task TellAsync(BaseData data, IReadOnlyList<DemoNode> nodes, CancellationToken cancellationToken)
    {
        foreach (var node in nodes)
        {
            node.Row.MoveTo(data.Status(node.Work.Status).Id);
            node.Row.Note(new Comment(node.Work.Comment, markdown.ToHtml(node.Work.Comment)));
        }

        if (nodes.Count > 0)
            await unitOfWork.SaveAsync(cancellationToken);
    }
}
