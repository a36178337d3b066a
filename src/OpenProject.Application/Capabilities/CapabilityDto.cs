using System.Globalization;
using OpenProject.Application.Actions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Actions;

namespace OpenProject.Application.Capabilities;

/// <summary>A capability, as read.</summary>
/// <param name="Row">Who may do what where.</param>
/// <param name="Context">The project, or the context of what is done in none.</param>
/// <param name="Principal">Who.</param>
public sealed record CapabilityDto(CapabilityRow Row, Reference Context, Reference Principal) : IResourceDto
{
    /// <inheritdoc/>
    public long Id => 0;

    /// <summary>The key in hrefs, e.g. <c>work_packages/create/p3-5</c>.</summary>
    public string Code { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"{KnownActions.All[Row.Action].Code}/{(Row.ProjectId is { } projectId ? "p" + projectId.ToString(CultureInfo.InvariantCulture) : "g")}-{Row.PrincipalId}");

    /// <summary>The action.</summary>
    public Reference Action => ActionResource.LinkTo(Row.Action);
}
