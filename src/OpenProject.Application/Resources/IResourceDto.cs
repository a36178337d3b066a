namespace OpenProject.Application.Resources;

/// <summary>The flat rows that queries project resources to.</summary>
public interface IResourceDto
{
    /// <summary>The numeric id; 0 while not stored.</summary>
    long Id { get; }
}
