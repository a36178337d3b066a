using System.Linq.Expressions;
using OpenProject.Application.Categories;
using OpenProject.Application.Common;
using OpenProject.Application.Principals;
using OpenProject.Application.Priorities;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.Statuses;
using OpenProject.Application.Types;
using OpenProject.Application.Versions;
using OpenProject.Domain.Projects;
using OpenProject.Domain.SavedQueries;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.WorkPackages;

/// <summary>What work packages can be filtered, sorted, grouped and summed by.</summary>
public sealed partial class WorkPackageResource
{
    /// <summary>The <c>filters</c> that apply, and that links repeat, when a request sends none.</summary>
    public const string DefaultFiltersText = """[{"status":{"operator":"o","values":[]}}]""";

    private const WordPlaces Everywhere = WordPlaces.Subjects | WordPlaces.Descriptions | WordPlaces.Comments | WordPlaces.FileNames;

    private void DeclareFilters()
    {
        Filter(new ListFilter<WorkPackage>("status", ListKind.Required, w => w.StatusId)).Naming(WorkPackageFilterTargets.Status)
            .Also("o", _ => w => w.StatusKind == StatusKind.Open).Also("c", _ => w => w.StatusKind == StatusKind.Closed).Also("*", _ => w => true);
        FilteredBy("status", "o");
        Filter(new ListFilter<WorkPackage>("id", ListKind.Required, w => w.Id)).Naming(WorkPackageFilterTargets.WorkPackage);
        Filter(new ListFilter<WorkPackage>("type", ListKind.Required, w => w.TypeId)).Naming(WorkPackageFilterTargets.Type);
        Filter(new ListFilter<WorkPackage>("priority", ListKind.Required, w => w.PriorityId)).Naming(WorkPackageFilterTargets.Priority);
        Filter(new ListFilter<WorkPackage>("project", ListKind.Required, w => w.ProjectId)).Naming(WorkPackageFilterTargets.Project);
        Filter(new ListFilter<WorkPackage>("author", ListKind.Required, w => w.AuthorId, acceptsMe: true)).Naming(WorkPackageFilterTargets.User);
        Filter(new ListFilter<WorkPackage>("assignee", ListKind.Optional, w => w.AssigneeId, acceptsMe: true, key: w => w.Id)).AlsoNamed("assigned_to").Naming(WorkPackageFilterTargets.User);
        Filter(new ListFilter<WorkPackage>("responsible", ListKind.Optional, w => w.ResponsibleId, acceptsMe: true, key: w => w.Id)).Naming(WorkPackageFilterTargets.User);
        Filter(new ListFilter<WorkPackage>("category", ListKind.Optional, w => w.CategoryId, key: w => w.Id)).Naming(WorkPackageFilterTargets.Category);
        Filter(new ListFilter<WorkPackage>("version", ListKind.Optional, w => w.VersionId, key: w => w.Id)).AlsoNamed("fixed_version").Naming(WorkPackageFilterTargets.Version);
        Filter(new ListFilter<WorkPackage>("parent", ListKind.Optional, w => w.ParentId, key: w => w.Id)).Naming(WorkPackageFilterTargets.WorkPackage);
        Filter(new TextFilter<WorkPackage>("subject", TextKind.Text, w => w.Subject, In(WordPlaces.Subjects)));
        Filter(new TextFilter<WorkPackage>("description", TextKind.Text, w => w.Description, In(WordPlaces.Descriptions)));
        Filter(new SearchFilter<WorkPackage>("search", [w => w.Subject, w => w.Description], related: OccursIn, indexed: In(Everywhere)));
        Filter(new SearchFilter<WorkPackage>("subjectOrId", [w => w.Subject], alternative: HasId, indexed: In(WordPlaces.Subjects, IdOf)));
        Filter(new SearchFilter<WorkPackage>(
            "typeahead", [w => w.Subject, w => w.Project.Name, w => w.Type.Name, w => w.Status.Name], alternative: HasId));
        Filter(new DateFilter<WorkPackage>("startDate", w => w.StartDate));
        Filter(new DateFilter<WorkPackage>("dueDate", w => w.DueDate));
        Filter(new IntervalFilter<WorkPackage>("datesInterval", (from, to) => w => (w.DueDate ?? w.StartDate) >= from && (w.StartDate ?? w.DueDate) <= to));
        Filter(new DateTimeFilter<WorkPackage>("createdAt", w => w.CreatedAt));
        Filter(new DateTimeFilter<WorkPackage>("updatedAt", w => w.UpdatedAt));
        Filter(new NumberFilter<WorkPackage>("estimatedTime", w => w.EstimatedMinutes, scale: 60)).AlsoNamed("estimated_hours");
        Filter(new NumberFilter<WorkPackage>("remainingTime", w => w.RemainingMinutes, scale: 60)).AlsoNamed("remaining_hours");
        Filter(new NumberFilter<WorkPackage>("percentageDone", w => w.PercentageDone)).AlsoNamed("done_ratio");
        Filter(new NumberFilter<WorkPackage>("duration", w => w.DurationDays));
        Filter(new BooleanFilter<WorkPackage>("milestone", w => w.Type.IsMilestone));
        DeclareContentFilters();
        Filter(new SubprojectFilter("subproject", withOwn: true)).Only(FilterScope.Workspace).Naming(WorkPackageFilterTargets.Project);
        Filter(new SubprojectFilter("onlySubproject", withOwn: false)).Only(FilterScope.Workspace).Naming(WorkPackageFilterTargets.Project);
        Filter(new FixedFilter<WorkPackage>("manualSort")).Also("ow", PlacedByHand);
    }

    private void DeclareColumns()
    {
        ShowsColumns(
            "id", "project", "subject", "type", "parent", "status", "priority", "author", "assignee", "responsible", "category", "version", "sprint", "storyPoints",
            "startDate", "dueDate", "duration", "estimatedTime", "remainingTime", "percentageDone", "createdAt", "updatedAt",
            "derivedStartDate", "derivedDueDate", "derivedEstimatedTime", "derivedRemainingTime", "derivedPercentageDone");
        ColoursColumns("status", "priority", "type", "dueDate");
    }

    private void DeclareOrders()
    {
        Sort("project", w => w.Project.Name);
        Sort("subject", w => w.Subject);
        Sort("type", w => w.Type.Position);
        Sort("status", w => w.Status.Position);
        Sort("priority", w => w.Priority.Position);
        Sort("author", w => w.Author.SortName).Then(w => w.AuthorId);
        Sort("assignee", w => w.Assignee!.SortName).Then(w => w.AssigneeId);
        Sort("responsible", w => w.Responsible!.SortName).Then(w => w.ResponsibleId);
        Sort("category", w => w.Category!.Name);
        Sort("version", w => w.Version!.SortName).Then(w => w.Version!.Name).NullsLast(w => w.VersionId == null);
        Sort("startDate", w => w.StartDate).NullsLast(w => w.StartDate == null);
        Sort("dueDate", w => w.DueDate).NullsLast(w => w.DueDate == null);
        Sort("createdAt", w => w.CreatedAt);
        Sort("updatedAt", w => w.UpdatedAt);
        Sort("estimatedTime", w => w.EstimatedMinutes);
        Sort("remainingTime", w => w.RemainingMinutes);
        Sort("percentageDone", w => w.PercentageDone);
        Sort("duration", w => w.DurationDays);
        Sort("typeahead", w => w.UpdatedAt);
        SortWithin("manualSorting", PlaceOf).NullsLastWithin(context => PlaceOf(context).Is(place => place == null));
        GroupByLink<TypeResource>("type", w => w.TypeId);
        GroupByLink<StatusResource>("status", w => w.StatusId);
        GroupByLink<PriorityResource>("priority", w => w.PriorityId);
        GroupByPath("project", w => w.ProjectId, WorkspacePaths.Of(ProjectKind.Project));
        GroupByReference("author", w => w.AuthorId, PrincipalPaths.Users, PrincipalPaths.ReferencesAsync);
        GroupByReference("assignee", w => w.AssigneeId, PrincipalPaths.Users, PrincipalPaths.ReferencesAsync);
        GroupByReference("responsible", w => w.ResponsibleId, PrincipalPaths.Users, PrincipalPaths.ReferencesAsync);
        GroupByLink<CategoryResource>("category", w => w.CategoryId);
        GroupByLink<VersionResource>("version", w => w.VersionId);
        GroupByNumber("percentageDone", w => w.PercentageDone);
        Sum("estimatedTime", w => w.EstimatedMinutes);
        Sum("remainingTime", w => w.RemainingMinutes);
    }

    // What else than the work package itself a word is looked for in.
    private static Expression<Func<WorkPackage, bool>>? OccursIn(string word, FilterContext context) =>
        SaidOf(word, context) is { } said && AttachedAs(word, context) is { } attached ? said.Or(attached) : null;

    // Without a stored query nobody has put anything in order.
    private static Expression<Func<WorkPackage, bool>> PlacedByHand(FilterContext context)
    {
        var (store, queryId) = (context.Access.Store, context.QueryId);
        return w => store.Rows<QueryPosition>().Any(p => p.QueryId == queryId && p.WorkPackageId == w.Id);
    }

    private static Expression<Func<WorkPackage, int?>> PlaceOf(FilterContext context)
    {
        var (store, queryId) = (context.Access.Store, context.QueryId);
        return w => store.Rows<QueryPosition>().Where(p => p.QueryId == queryId && p.WorkPackageId == w.Id).Select(p => (int?)p.Position).FirstOrDefault();
    }

    private static Expression<Func<WorkPackage, bool>>? HasId(string text)
    {
        if (IdOf(text) is not { } id)
            return null;
        return w => w.Id == id;
    }

    private static long? IdOf(string text) => long.TryParse(text.TrimStart('#'), out var id) ? id : null;

    private static IndexedWords<WorkPackage> In(WordPlaces places, Func<string, long?>? named = null) => new(w => w.Id, places, named);
}
