using OpenProject.Application.Permissions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.Common;
using OpenProject.Domain.Relations;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Relations;

/// <summary>Relations (<c>/api/v3/relations</c>, contract component <c>RelationReadModel</c>).</summary>
public sealed class RelationResource : Resource<Relation, RelationDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public RelationResource()
        : base(Kind, Location, r => r.Id, title: null)
    {
        InProject(r => r.FromProjectId, _ => null);
        Property("id", r => r.Id);
        Property("name", r => RelationTerms.LabelOf(r.Type));
        DeclareEnds();
        Property("type", r => RelationTerms.NameOf(r.Type)).Required().Defaulted().OneOf([.. RelationTerms.Names]).Write((r, value) => r.Mean(Direction(value)));
        Property("reverseType", r => RelationTerms.ReverseNameOf(r.Type)).OneOf([.. RelationTerms.Names]);
        Property("description", r => r.Description).Write((r, value) => r.Describe(value));
        Property("lag", r => r.Type == RelationType.Follows ? r.Lag : (int?)null).ShownWhen((r, _) => r.Type == RelationType.Follows)
            .Write((r, value) => r.Wait(value ?? 0));
        Action("updateImmediately", "patch", Location.Value + "/{id}").Needs(Permission.ManageWorkPackageRelations);
        Action("delete", "delete", Location.Value + "/{id}").Needs(Permission.ManageWorkPackageRelations).Titled(_ => "Remove relation");
        DeclareQueries();
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/relations");

    /// <inheritdoc/>
    public static string Kind => "Relation";

    /// <summary>Those who see both ends.</summary>
    public override IQueryable<Relation> VisibleTo(IQueryable<Relation> rows, Access access) => rows
        .Where(access.Within<Relation>(r => r.From.ProjectId, Permission.ViewWorkPackages))
        .Where(access.Within<Relation>(r => r.To.ProjectId, Permission.ViewWorkPackages));

    // Before the type, which may swap them.
    private void DeclareEnds()
    {
        Link("from", WorkPackageResource.Kind, [WorkPackageResource.Location], r => End(r.FromId, r.FromSubject)).Required().Embedded();
        Link("to", WorkPackageResource.Kind, [WorkPackageResource.Location], r => End(r.ToId, r.ToSubject)).Named("Related work package").Required().Embedded()
            .WriteId((r, id) => r.LeadTo(id)).WritableWhen(draft => draft.IsNew);
    }

    private void DeclareQueries()
    {
        Filter(new ListFilter<Relation>("id", ListKind.Required, r => r.Id));
        Filter(new ListFilter<Relation>("from", ListKind.Required, r => r.FromId));
        Filter(new ListFilter<Relation>("to", ListKind.Required, r => r.ToId));
        Filter(new RelationFilter<Relation>("involved", (ids, _) => r => ids.Contains(r.FromId) || ids.Contains(r.ToId)));
        Filter(new CodeFilter<Relation>("type", RelationTerms.Codes, r => (int)r.Type));
        Sort("from", r => r.FromId);
        Sort("to", r => r.ToId);
        Sort("type", r => r.Type);
    }

    private static Reference? End(long id, string? subject) => id > 0 ? new Reference(WorkPackageResource.Location, id, subject) : null;

    private static RelationDirection Direction(string? name) =>
        RelationTerms.Parse(name) ?? throw new BrokenRule("type", "Type is not set to one of the allowed values.");
}
