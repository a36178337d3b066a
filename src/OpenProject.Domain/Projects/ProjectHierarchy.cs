namespace OpenProject.Domain.Projects;

/// <summary>One pair of the projects' closure table: the ancestor is above the descendant, or the same project at depth 0.</summary>
public sealed class ProjectHierarchy
{
    private ProjectHierarchy()
    {
    }

    /// <summary>The upper one.</summary>
    public long AncestorId { get; private set; }

    /// <summary>The upper one; for queries only.</summary>
    public Project Ancestor { get; private set; } = null!;

    /// <summary>The lower one.</summary>
    public long DescendantId { get; private set; }

    /// <summary>The lower one; for queries only.</summary>
    public Project Descendant { get; private set; } = null!;

    /// <summary>How many levels lie between them.</summary>
    public int Depth { get; private set; }
}
