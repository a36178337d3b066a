using OpenProject.Application.Resources;

namespace OpenProject.Application.SavedQueries;

/// <summary>Something that work packages can be grouped by.</summary>
/// <param name="Code">The attribute's name.</param>
/// <param name="Name">The label.</param>
public sealed record QueryGroupByDto(string Code, string Name) : ICodedDto
{
    /// <inheritdoc/>
    public long Id => 0;
}
