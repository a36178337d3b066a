using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Statuses;

namespace OpenProject.Application.Statuses;

/// <summary>Statuses of work packages (<c>/api/v3/statuses</c>, contract component <c>StatusModel</c>).</summary>
public sealed class StatusResource : Resource<Status, StatusDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public StatusResource()
        : base(Kind, Location, s => s.Id, s => s.Name)
    {
        TitledBy(s => s.Name);
        Unpaginated();
        Property("id", s => s.Id);
        Property("name", s => s.Name);
        Property("isClosed", s => s.IsClosed);
        Property("color", s => s.Color);
        Property("isDefault", s => s.IsDefault);
        Property("isReadonly", s => s.IsReadonly);
        Property("excludedFromTotals", s => s.ExcludedFromTotals);
        Property("defaultDoneRatio", s => (int?)s.DefaultDoneRatio);
        Property("position", s => s.Position);
        Sort("position", s => s.Position);
        OrderedBy("position");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/statuses");

    /// <inheritdoc/>
    public static string Kind => "Status";

    /// <inheritdoc/>
    public override IQueryable<Status> VisibleTo(IQueryable<Status> rows, Access access) => rows;
}
