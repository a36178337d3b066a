using OpenProject.Application.Resources;

namespace OpenProject.Application.SavedQueries;

/// <summary>How a filter compares.</summary>
/// <param name="Code">The operator's symbol.</param>
/// <param name="Name">The label.</param>
public sealed record QueryOperatorDto(string Code, string Name) : ICodedDto
{
    /// <inheritdoc/>
    public long Id => 0;
}
