using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.TimeEntries;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.TimeEntries;

/// <summary>Spent time (<c>/api/v3/time_entries</c>, contract component <c>TimeEntryModel</c>).</summary>
public sealed class TimeEntryResource : Resource<TimeEntry, TimeEntryDto>, IResourceKind
{
    private static readonly Dictionary<string, int> EntityTypes = new(StringComparer.Ordinal) { ["WorkPackage"] = 1, ["Meeting"] = 2 };

    private readonly TimeEntryPolicy policy;

    /// <summary>Declares the resource.</summary>
    public TimeEntryResource(TimeEntryTargets targets, TimeEntryPolicy policy)
        : base(Kind, Location, t => t.Id, title: null)
    {
        this.policy = policy;
        InProject(t => t.ProjectId, t => t.ProjectId);
        DeclareAttributes();
        DeclareLinks(targets);
        DeclareQueries();
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/time_entries");

    /// <inheritdoc/>
    public static string Kind => "TimeEntry";

    /// <inheritdoc/>
    public override IQueryable<TimeEntry> VisibleTo(IQueryable<TimeEntry> rows, Access access)
    {
        var me = access.Viewer.UserId;
        Expression<Func<TimeEntry, bool>> isOwn = t => t.UserId == me;
        return rows.Where(access.Within<TimeEntry>(t => t.ProjectId, Permission.ViewTimeEntries)
            .Or(isOwn.And(access.Within<TimeEntry>(t => t.ProjectId, Permission.ViewOwnTimeEntries))));
    }

    /// <inheritdoc/>
    public override bool IsInSchemaOf(Field<TimeEntry, TimeEntryDto> field, Draft<TimeEntry, TimeEntryDto> draft) =>
        policy.TracksTimes || field.Name is not ("startTime" or "endTime");

    private void DeclareAttributes()
    {
        Property("id", t => t.Id).Named("ID").Required();
        Property("comment", t => new Formattable(t.Comment, PlainText.ToHtml(t.Comment), Formattable.Plain)).PlainText().Write((t, value) => t.Remark(value.Raw));
        Property("spentOn", t => t.SpentOn).Named("Date").Required().Write((t, value) => t.BookOn(value));
        Property("hours", t => Duration.Of(t.Minutes)).Write((t, value) => t.Take(value?.Minutes));
        Property("startTime", t => t.StartedAt).ShownWhen((_, _) => policy.TracksTimes)
            .Write((t, value) => t.BeginAt(value)).WritableWhen(_ => policy.TracksTimes);
        Property("endTime", t => t.EndedAt).ShownWhen((_, _) => policy.TracksTimes);
        Property("ongoing", t => t.Ongoing).Write((t, value) => t.GoOn(value));
        Property("createdAt", t => t.CreatedAt).Named("Created on").Required();
        Property("updatedAt", t => t.UpdatedAt).Named("Updated on").Required();
    }

    private void DeclareLinks(TimeEntryTargets targets)
    {
        Link("project", "Project", WorkspacePaths.All, t => WorkspacePaths.Link(t.ProjectId, t.ProjectName, t.ProjectKind)).Required().Embedded()
            .WriteId((t, id) => t.BookIn(id)).AllowedAre(targets.Projects);
        Link("entity", WorkPackageResource.Kind, [WorkPackageResource.Location], WorkPackageOf).Embedded()
            .Write((t, id) => t.SpendOn(id)).AllowedAre(targets.WorkPackages);

        // The name that it had before meetings were among the entities.
        Link("workPackage", WorkPackageResource.Kind, [WorkPackageResource.Location], WorkPackageOf).Embedded()
            .Write((t, id) => t.SpendOn(id)).AllowedAre(targets.WorkPackages);
        Link("user", "User", PrincipalPaths.All, t => PrincipalPaths.Link(t.UserId, t.UserName, t.UserKind)).Required().Defaulted().Embedded()
            .WriteId((t, id) => t.BelongTo(id), Permission.LogTime).AllowedAre(targets.Users);
        Link("activity", TimeEntriesActivityResource.Kind, [TimeEntriesActivityResource.Location], ActivityOf).Required().Defaulted().Embedded()
            .WriteId((t, id) => t.Classify(id)).AllowedAre(targets.Activities);
        Related("schema", Location.Value + "/schema");
        Action("update", "post", Location.Value + "/{id}/form").When(TimeEntryRights.MayEdit);
        Action("updateImmediately", "patch", Location.Value + "/{id}").When(TimeEntryRights.MayEdit);
        Action("delete", "delete", Location.Value + "/{id}").When(TimeEntryRights.MayEdit);
    }

    private void DeclareQueries()
    {
        Filter(new ListFilter<TimeEntry>("id", ListKind.Required, t => t.Id));
        Filter(new CodeFilter<TimeEntry>("entity_type", EntityTypes, t => t.WorkPackageId != null ? 1 : null));
        Filter(new ListFilter<TimeEntry>("entity_id", ListKind.Optional, t => t.WorkPackageId)).AlsoNamed("work_package");
        Filter(new ListFilter<TimeEntry>("project_id", ListKind.Required, t => t.ProjectId));
        Filter(new ListFilter<TimeEntry>("user_id", ListKind.Required, t => t.UserId, acceptsMe: true));
        Filter(new ListFilter<TimeEntry>("activity_id", ListKind.Required, t => t.ActivityId));
        Filter(new BooleanFilter<TimeEntry>("ongoing", t => t.Ongoing));
        Filter(new DateFilter<TimeEntry>("spent_on", t => t.SpentOn));
        Filter(new DateTimeFilter<TimeEntry>("created_at", t => t.CreatedAt));
        Filter(new DateTimeFilter<TimeEntry>("updated_at", t => t.UpdatedAt));
        Sort("hours", t => t.Minutes);
        Sort("spent_on", t => t.SpentOn);
        Sort("created_at", t => t.CreatedAt);
        Sort("updated_at", t => t.UpdatedAt);
        OrderedBy("spent_on");
    }

    private static Reference? WorkPackageOf(TimeEntryDto entry) =>
        entry.WorkPackageId is { } id && !entry.WorkPackageIsHidden ? new Reference(WorkPackageResource.Location, id, entry.WorkPackageSubject) : null;

    private static Reference? ActivityOf(TimeEntryDto entry) =>
        entry.ActivityId > 0 ? new Reference(TimeEntriesActivityResource.Location, entry.ActivityId, entry.ActivityName) : null;
}
