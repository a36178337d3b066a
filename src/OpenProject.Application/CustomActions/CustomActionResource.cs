using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.CustomActions;

namespace OpenProject.Application.CustomActions;

/// <summary>Actions (<c>/api/v3/custom_actions</c>, contract component <c>CustomActionModel</c>). The service says who sees them.</summary>
public sealed class CustomActionResource : Resource<CustomAction, CustomActionDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public CustomActionResource()
        : base(Kind, Location, a => a.Id, a => a.Name)
    {
        TitledBy(a => a.Name);
        Property("id", a => a.Id);
        Property("name", a => a.Name);
        Property("description", a => a.Description ?? "");
        Action("executeImmediately", "post", Location.Value + "/{id}/execute").Titled(a => $"Execute {a.Name}");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/custom_actions");

    /// <inheritdoc/>
    public static string Kind => "CustomAction";

    /// <inheritdoc/>
    public override IQueryable<CustomAction> VisibleTo(IQueryable<CustomAction> rows, Access access) => rows;
}
