using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Application.CustomFields;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Notifications;
using OpenProject.Domain.Projects;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>Two fields of the installation's own, of the stories of one project, and a date that the administrator is told of.</summary>
internal sealed class DemoDetails(OpenProjectDbContext context, IUnitOfWork unitOfWork, CustomFieldDefinitionService fields)
{
    private const string Story = "User story";
    private const string Watched = "Publish the call for talks";

    /// <summary>Stores them.</summary>
    /// <param name="plannedId">The project that plans by the calendar.</param>
    /// <param name="built">The project that has the fields.</param>
    /// <param name="data">What the installation begins with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AddAsync(long plannedId, Project built, BaseData data, CancellationToken cancellationToken)
    {
        await DescribeAsync(built, data, cancellationToken);
        var watched = await context.Set<WorkPackage>().SingleAsync(w => w.ProjectId == plannedId && w.Subject == Watched, cancellationToken);
        context.Add(new Watcher(watched.Id, data.AdminId));
        context.Add(Notification.OfDate(data.AdminId, watched.Id, AlertedDate.StartDate, data.Today, data.Now));
        await unitOfWork.SaveAsync(cancellationToken);
    }

    private async Task DescribeAsync(Project built, BaseData data, CancellationToken cancellationToken)
    {
        var device = await fields.CreateAsync(
            new CustomFieldSpec("Device", CustomizedKind.WorkPackage, CustomFieldFormat.List) { Options = ["Phone", "Tablet", "Screen in the hall"], Types = [Story], Projects = [built.Identifier] },
            cancellationToken);
        var part = await fields.CreateAsync(
            new CustomFieldSpec("Part", CustomizedKind.WorkPackage, CustomFieldFormat.Hierarchy) { Items = ["App/Map", "App/Programme", "Server/Search"], Types = [Story], Projects = [built.Identifier] },
            cancellationToken);
        var options = await context.Set<CustomOption>().Where(o => o.FieldId == device).OrderBy(o => o.Id).Select(o => o.Id).ToListAsync(cancellationToken);
        var parts = await context.Set<HierarchyItem>().Where(i => i.FieldId == part && i.ParentId != null).OrderByDescending(i => i.Id).Select(i => i.Id).ToListAsync(cancellationToken);
        var storyId = data.Type(Story).Id;
        var stories = await context.Set<WorkPackage>().AsTracking().Where(w => w.ProjectId == built.Id && w.TypeId == storyId).OrderBy(w => w.Id).ToListAsync(cancellationToken);
        foreach (var (index, story) in stories.Index())
        {
            story.Customize(device, [CustomValue.To(options[index % options.Count])]);
            story.Customize(part, [CustomValue.To(parts[index % parts.Count])]);
        }

        await unitOfWork.SaveAsync(cancellationToken);
    }
}
