namespace OpenProject.Domain.WorkPackages;

/// <summary>One pair of the work packages' closure table: the ancestor is above the descendant, or the same one at depth 0.</summary>
public sealed class WorkPackageHierarchy
{
    private WorkPackageHierarchy()
    {
    }

    /// <summary>The upper one.</summary>
    public long AncestorId { get; private set; }

    /// <summary>The upper one; for queries only.</summary>
    public WorkPackage Ancestor { get; private set; } = null!;

    /// <summary>The lower one.</summary>
    public long DescendantId { get; private set; }

    /// <summary>The lower one; for queries only.</summary>
    public WorkPackage Descendant { get; private set; } = null!;

    /// <summary>How many levels lie between them.</summary>
    public int Depth { get; private set; }
}
