using OpenProject.Application.Permissions;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Domain.TimeEntries;

namespace OpenProject.Application.TimeEntries;

/// <summary>Kinds of work (<c>/api/v3/time_entries/activities</c>, contract component <c>TimeEntryActivityModel</c>), seen by those who have to do with time anywhere.</summary>
public sealed class TimeEntriesActivityResource : Resource<TimeEntriesActivity, TimeEntriesActivityDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public TimeEntriesActivityResource()
        : base(Kind, Location, a => a.Id, a => a.Name)
    {
        TitledBy(a => a.Name);
        Unpaginated();
        Property("id", a => a.Id);
        Property("name", a => a.Name).Required();
        Property("position", a => a.Position);
        Property("default", a => a.IsDefault);
        Links("projects", "[]Project", WorkspacePaths.All, a => a.Projects).Embedded();
        Sort("position", a => a.Position);
        OrderedBy("position");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/time_entries/activities");

    /// <inheritdoc/>
    public static string Kind => "TimeEntriesActivity";

    /// <inheritdoc/>
    public override IQueryable<TimeEntriesActivity> VisibleTo(IQueryable<TimeEntriesActivity> rows, Access access)
    {
        if (access.Viewer.IsAdmin)
            return rows;
        var concerned = TimeEntryRights.AnyOf.Select(access.ProjectsWith).Aggregate((all, some) => all.Concat(some));
        return rows.Where(_ => concerned.Any());
    }
}
