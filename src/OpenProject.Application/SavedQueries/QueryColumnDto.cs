using OpenProject.Application.Resources;

namespace OpenProject.Application.SavedQueries;

/// <summary>An attribute of work packages that a table may show or be sorted by.</summary>
/// <param name="Code">The attribute's name.</param>
/// <param name="Name">The label.</param>
/// <param name="IsShown">Whether tables may show it; what is not can only be sorted by.</param>
/// <param name="IsHighlightable">Whether tables may colour it.</param>
public sealed record QueryColumnDto(string Code, string Name, bool IsShown, bool IsHighlightable) : ICodedDto
{
    /// <inheritdoc/>
    public long Id => 0;
}
