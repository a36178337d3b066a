using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.ProjectStatuses;

/// <summary>One of the fixed answers to how a project is going.</summary>
/// <param name="Code">The answer.</param>
public sealed record ProjectStatusDto(ProjectStatusCode Code) : IResourceDto
{
    /// <inheritdoc/>
    public long Id => (long)Code;

    /// <summary>The key in hrefs, e.g. <c>on_track</c>.</summary>
    public string Key => Codes.Of(Code);

    /// <summary>The label, e.g. "On track".</summary>
    public string Name => Labels.Of(Key);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ProjectStatusDto> All { get; } = [.. Enum.GetValues<ProjectStatusCode>().Select(code => new ProjectStatusDto(code))];
}
