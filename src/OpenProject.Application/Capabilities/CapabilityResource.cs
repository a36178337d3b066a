using OpenProject.Application.Actions;
using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Domain.Actions;

namespace OpenProject.Application.Capabilities;

/// <summary>Who may do what where (<c>/api/v3/capabilities</c>, contract component <c>View_capabilitiesModel</c>). No table holds them: they follow from roles.</summary>
public sealed class CapabilityResource : Resource<CapabilityRow, CapabilityDto>, IResourceKind
{
    /// <summary>Where one is when one is in no project.</summary>
    public const string GlobalContext = "/api/v3/capabilities/context/global";

    /// <summary>Declares the resource.</summary>
    public CapabilityResource()
        : base(Kind, Location, c => c.PrincipalId, title: null)
    {
        Property("id", c => c.Code);
        Link("action", "Action", [ActionResource.Location], c => c.Action);
        Link("context", "Workspace", WorkspacePaths.All, c => c.Context);
        Link("principal", "Principal", PrincipalPaths.All, c => c.Principal);
        Filter(new CodeFilter<CapabilityRow>("action", KnownActions.Positions, c => c.Action));
        Filter(new ListFilter<CapabilityRow>("principal", ListKind.Required, c => c.PrincipalId, acceptsMe: true));
        Filter(new CapabilityContextFilter());
        Sort("id", c => c.PrincipalId).Then(c => c.ProjectId).Then(c => c.Action);
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/capabilities");

    /// <inheritdoc/>
    public static string Kind => "Capability";

    /// <inheritdoc/>
    public override Reference SelfOf(CapabilityDto dto) => Reference.At($"{Location.Value}/{dto.Code}", title: null);

    /// <summary>Nothing can be said of a row alone; <see cref="CapabilitySets"/> hold what the viewer may see.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override IQueryable<CapabilityRow> VisibleTo(IQueryable<CapabilityRow> rows, Access access) =>
        throw new InvalidOperationException("Capabilities are found in sets that know who asks.");
}
