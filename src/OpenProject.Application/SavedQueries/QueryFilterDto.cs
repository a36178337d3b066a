using OpenProject.Application.Resources;

namespace OpenProject.Application.SavedQueries;

/// <summary>Something that work packages can be filtered by.</summary>
/// <param name="Code">The filter's name.</param>
/// <param name="Name">The label.</param>
public sealed record QueryFilterDto(string Code, string Name) : ICodedDto
{
    /// <inheritdoc/>
    public long Id => 0;
}
