using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Notifications;

/// <summary>What notifications tell (<c>/api/v3/notifications/{id}/details/{id}</c>, contract component <c>ValuesPropertyModel</c>). No table holds them.</summary>
public sealed class NotificationDetailResource : Resource<NotificationDetailDto, NotificationDetailDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public NotificationDetailResource()
        : base(Kind, Location, d => d.NotificationId, title: null)
    {
        Property("property", d => d.Property).Required();
        Property("value", d => d.Value);
        Related("schema", ValueSchemaService.Path + "{property}", ("property", d => d.Property));
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/values");

    /// <inheritdoc/>
    public static string Kind => "Values::Property";

    /// <summary>None: they are found below their notification's.</summary>
    public override IReadOnlyList<ResourcePath> Paths => [];

    /// <inheritdoc/>
    public override Reference SelfOf(NotificationDetailDto dto) => Reference.At($"{NotificationResource.Location.Of(dto.NotificationId)}/details/0", title: null);

    /// <inheritdoc/>
    public override IQueryable<NotificationDetailDto> VisibleTo(IQueryable<NotificationDetailDto> rows, Access access) => rows.Where(_ => false);
}
