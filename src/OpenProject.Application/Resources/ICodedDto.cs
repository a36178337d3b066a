namespace OpenProject.Application.Resources;

/// <summary>A row that no table holds, known by a code instead of a number.</summary>
public interface ICodedDto : IResourceDto
{
    /// <summary>The key in hrefs.</summary>
    string Code { get; }

    /// <summary>The label.</summary>
    string Name { get; }
}
