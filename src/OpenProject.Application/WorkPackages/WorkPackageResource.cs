using OpenProject.Application.Attachments;
using OpenProject.Application.Categories;
using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Priorities;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Application.Statuses;
using OpenProject.Application.Types;
using OpenProject.Application.Versions;
using OpenProject.Application.Writes;
using OpenProject.Domain.Versions;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>Work packages (<c>/api/v3/work_packages</c>, contract component <c>WorkPackageModel</c>).</summary>
public sealed partial class WorkPackageResource : Resource<WorkPackage, WorkPackageDto>, IResourceKind
{
    private static readonly HashSet<string> SpanOnly = ["startDate", "dueDate", "duration", "derivedStartDate", "derivedDueDate"];

    private readonly WorkPackageTargets targets;
    private readonly WorkPackagePolicy policy;

    /// <summary>Declares the resource.</summary>
    public WorkPackageResource(WorkPackageTargets targets, WorkPackagePolicy policy, AttachmentPolicy attachments)
        : base(Kind, Location, w => w.Id, w => w.Subject)
    {
        (this.targets, this.policy) = (targets, policy);
        TitledBy(w => w.Subject);
        NotFoundMessage = "The work package you are looking for cannot be found or has been deleted.";
        InProject(w => w.ProjectId, w => w.ProjectId);
        VisibleInProject(w => w.ProjectId, Permission.ViewWorkPackages);
        DeclareAttributes();
        DeclareDates();
        DeclareProgress();
        DeclareLinks();
        DeclareActions();
        DeclareRelationLinks();
        DeclareContent(attachments);
        DeclareBacklogs();
        DeclarePhases();
        DeclareFilters();
        DeclareRelationFilters();
        DeclareBacklogQueries();
        DeclarePeopleFilters();
        DeclareOrders();
        DeclareColumns();
        DeclareHistory();
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/work_packages");

    /// <inheritdoc/>
    public static string Kind => "WorkPackage";

    /// <inheritdoc/>
    public override bool IsInSchemaOf(Field<WorkPackage, WorkPackageDto> field, Draft<WorkPackage, WorkPackageDto> draft) =>
        draft.Dto.TypeIsMilestone ? !SpanOnly.Contains(field.Name) : field.Name != "date";

    /// <inheritdoc/>
    public override IReadOnlyList<AttributeGroup> AttributeGroups(Draft<WorkPackage, WorkPackageDto> draft) =>
    [
        Group("People", "assignee", "responsible"),
        Group("Estimates and progress", "estimatedTime", "remainingTime", "percentageDone", "spentTime", "storyPoints"),
        Group("Details", "startDate", "dueDate", "duration", "date", "priority", "category", "version", "sprint", "projectPhase"),
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<CollectionLink> SchemaLinks(Draft<WorkPackage, WorkPackageDto> draft) =>
        draft.Dto is { ProjectId: > 0, TypeId: > 0 } dto ? [new CollectionLink("baseSchema", SchemaHref(dto.ProjectId, dto.TypeId))] : [];

    /// <summary>The schema of a type in a project.</summary>
    public static string SchemaHref(long projectId, long typeId) => $"{Location.Value}/schemas/{projectId}-{typeId}";

    private static AttributeGroup Group(string name, params string[] attributes) => new("WorkPackageFormAttributeGroup", name, attributes);

    private void DeclareAttributes()
    {
        Property("id", w => w.Id).Named("ID").Required();
        Property("lockVersion", w => w.LockVersion).Required();
        Property("subject", w => w.Subject).Required().Length(1, WorkPackage.SubjectLimit)
            .Write((w, value) => w.Rename(value)).WritableWhen(MayEdit);
        Property("description", w => new Formattable(w.Description, w.DescriptionHtml))
            .Write((w, value) => w.Describe(value.Raw, value.Html)).WritableWhen(MayEdit);
        Property("createdAt", w => w.CreatedAt).Named("Created on").Required();
        Property("updatedAt", w => w.UpdatedAt).Named("Updated on").Required();
        Property("readonly", w => w.StatusIsReadonly).Named("Read only").Defaulted();
    }

    private void DeclareDates()
    {
        Property("scheduleManually", w => w.ScheduleManually).Named("Manual scheduling").Defaulted()
            .Write((w, value) => w.PlanByHand(value)).WritableWhen(MayEdit);
        Property("ignoreNonWorkingDays", w => w.IgnoreNonWorkingDays)
            .Write((w, value) => w.CountEveryDay(value)).WritableWhen(MayPlan);
        Property("startDate", w => w.StartDate).ShownWhen((w, _) => !w.TypeIsMilestone)
            .Write((w, value) => w.StartOn(value)).WritableWhen(MayPlan);
        Property("dueDate", w => w.DueDate).Named("Finish date").ShownWhen((w, _) => !w.TypeIsMilestone)
            .Write((w, value) => w.DueOn(value)).WritableWhen(MayPlan);
        Property("date", w => w.StartDate).ShownWhen((w, _) => w.TypeIsMilestone)
            .Write((w, value) => w.HappenOn(value)).WritableWhen(MayPlan);
        Property("duration", w => DayCount.Of(w.DurationDays)).ShownWhen((w, _) => !w.TypeIsMilestone)
            .Write((w, value) => w.LastFor(value?.Days)).WritableWhen(MayPlan);
        Property("derivedStartDate", w => w.DerivedStartDate).ShownWhen((w, _) => !w.TypeIsMilestone);
        Property("derivedDueDate", w => w.DerivedDueDate).Named("Derived finish date").ShownWhen((w, _) => !w.TypeIsMilestone);
    }

    private void DeclareProgress()
    {
        Property("estimatedTime", w => Duration.Of(w.EstimatedMinutes)).Named("Work")
            .Write((w, value) => w.Estimate(value?.Minutes)).WritableWhen(MayEdit);
        Property("derivedEstimatedTime", w => Duration.Of(w.DerivedEstimatedMinutes)).Named("Total work");
        Property("remainingTime", w => Duration.Of(w.RemainingMinutes)).Named("Remaining work")
            .Write((w, value) => w.EstimateRemaining(value?.Minutes)).WritableWhen(MayReport);
        Property("derivedRemainingTime", w => Duration.Of(w.DerivedRemainingMinutes)).Named("Total remaining work");
        Property("percentageDone", w => w.PercentageDone).Named("% Complete")
            .Write((w, value) => w.Progress(value)).WritableWhen(MayReport);
        Property("derivedPercentageDone", w => w.DerivedPercentageDone).Named("Total % complete");
    }

    private void DeclareLinks()
    {
        Related("schema", Location.Value + "/schemas/{project}-{type}", ("project", w => w.ProjectId.ToString()), ("type", w => w.TypeId.ToString()));
        Link("type", TypeResource.Kind, [TypeResource.Location], w => Ref(TypeResource.Location, w.TypeId, w.TypeName)).Required().Embedded()
            .WriteId((w, id) => w.BecomeType(id)).WritableWhen(MayEdit).AllowedAre(targets.Types);
        Link("priority", PriorityResource.Kind, [PriorityResource.Location], w => Ref(PriorityResource.Location, w.PriorityId, w.PriorityName))
            .Required().Defaulted().Embedded()
            .WriteId((w, id) => w.Prioritize(id)).WritableWhen(MayEdit).AllowedAre(targets.Priorities);
        Link("project", "Project", WorkspacePaths.All, w => WorkspacePaths.Link(w.ProjectId, w.ProjectName, w.ProjectKind)).Required().Embedded()
            .WriteId((w, id) => w.MoveToProject(id)).WritableWhen(MayMove).AllowedAre(targets.Projects);
        Link("status", StatusResource.Kind, [StatusResource.Location], w => Ref(StatusResource.Location, w.StatusId, w.StatusName))
            .Required().Defaulted().Embedded()
            .WriteId((w, id) => w.MoveTo(id)).WritableWhen(MayChangeStatus).AllowedAre(targets.Statuses);
        Link("author", "User", PrincipalPaths.All, w => PrincipalPaths.Link(w.AuthorId, w.AuthorName, w.AuthorKind)).Required().Embedded();
        Link("responsible", "User", PrincipalPaths.All, w => PrincipalPaths.Link(w.ResponsibleId, w.ResponsibleName, w.ResponsibleKind))
            .Named("Accountable").Embedded()
            .Write((w, id) => w.MakeResponsible(id)).WritableWhen(MayEdit).AllowedAre(targets.Responsibles);
        Link("assignee", "User", PrincipalPaths.All, w => PrincipalPaths.Link(w.AssigneeId, w.AssigneeName, w.AssigneeKind)).Embedded()
            .Write((w, id) => w.AssignTo(id)).WritableWhen(MayEdit).AllowedAre(targets.Assignees);
        Link("category", "Category", [CategoryResource.Location], w => Ref(CategoryResource.Location, w.CategoryId, w.CategoryName)).Embedded()
            .Write((w, id) => w.FileUnder(id)).WritableWhen(MayEdit).AllowedAre(targets.Categories);
        Link("version", "Version", [VersionResource.Location], w => Ref(VersionResource.Location, w.VersionId, w.VersionName)).Embedded()
            .Write((w, id) => w.PlanFor(id), Permission.AssignVersions).WritableWhen(IsOpenToChange).AllowedAre(targets.Versions);
        Link("parent", Kind, [Location], w => w.ParentIsHidden ? null : Ref(Location, w.ParentId, w.ParentSubject)).Embedded()
            .Write((w, id) => w.MoveBelow(id), Permission.ManageSubtasks).WritableWhen(IsOpenToChange).AllowedAre(targets.Parents);
        Links("ancestors", "[]" + Kind, [Location], w => w.Ancestors).NotInSchema();
        Links("children", "[]" + Kind, [Location], w => w.Children).NotInSchema().OmittedWhenEmpty();
    }

    private void DeclareActions()
    {
        Action("update", "post", Location.Value + "/{id}/form").Needs(WorkPackageContract.UpdateAnyOf);
        Action("updateImmediately", "patch", Location.Value + "/{id}").Needs(WorkPackageContract.UpdateAnyOf);
        Action("delete", "delete", Location.Value + "/{id}").Needs(Permission.DeleteWorkPackages);
        Action("addChild", "post", "/api/v3/projects/{project}/work_packages", ("project", w => w.ProjectId.ToString()))
            .Needs(Permission.AddWorkPackages).When((w, _) => !w.TypeIsMilestone);
        DeclareActivity();
        Action("changeParent", "patch", Location.Value + "/{id}").Needs(Permission.ManageSubtasks);
    }

    private void DeclareHistory() => Remembers(
        "subject", "description", "scheduleManually", "ignoreNonWorkingDays", "startDate", "dueDate", "date", "duration", "estimatedTime", "remainingTime",
        "percentageDone", "type", "priority", "project", "status", "author", "responsible", "assignee", "category", "version", "parent", "sprint", "storyPoints", "budget");

    private static Reference? Ref(ResourcePath path, long? id, string? title) => id is { } key and > 0 ? new Reference(path, key, title) : null;

    // Creating is a permission of its own; afterwards editing is.
    private static bool MayEdit(Draft<WorkPackage, WorkPackageDto> draft) => IsOpenToChange(draft) && Edits(draft);

    // Dates of one that spans its children are theirs.
    private static bool MayPlan(Draft<WorkPackage, WorkPackageDto> draft) => MayEdit(draft) && !draft.Dto.IsSpanning;

    private bool MayReport(Draft<WorkPackage, WorkPackageDto> draft) => MayEdit(draft) && !policy.StatusDecides;

    // At a closed status and planned for a closed version, it rests.
    private static bool MayChangeStatus(Draft<WorkPackage, WorkPackageDto> draft) =>
        (Edits(draft) || (!draft.IsNew && draft.Permissions.Contains(Permission.ChangeWorkPackageStatus)))
        && (draft.Changed("status") || draft.Original is not { StatusIsClosed: true, VersionStatus: VersionStatus.Closed });

    private static bool MayMove(Draft<WorkPackage, WorkPackageDto> draft) =>
        draft.IsNew || (IsOpenToChange(draft) && draft.Permissions.Contains(Permission.MoveWorkPackages));

    private static bool Edits(Draft<WorkPackage, WorkPackageDto> draft) =>
        draft.Permissions.Contains(draft.IsNew ? Permission.AddWorkPackages : Permission.EditWorkPackages);

    // A status may leave nothing else to be changed than itself.
    private static bool IsOpenToChange(Draft<WorkPackage, WorkPackageDto> draft) => !draft.Original.StatusIsReadonly;
}
