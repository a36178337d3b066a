using OpenProject.Application.Resources;

namespace OpenProject.Application.CustomFields;

/// <summary>An option of a list, as read.</summary>
public sealed class CustomOptionDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>What it says.</summary>
    public string Value { get; init; } = "";
}
