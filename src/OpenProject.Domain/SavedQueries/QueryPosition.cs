using OpenProject.Domain.WorkPackages;

namespace OpenProject.Domain.SavedQueries;

/// <summary>Where a work package stands in the order that people gave a query by hand.</summary>
public sealed class QueryPosition
{
    private QueryPosition()
    {
    }

    internal QueryPosition(long workPackageId, int position) => (WorkPackageId, Position) = (workPackageId, position);

    /// <summary>The query.</summary>
    public long QueryId { get; private set; }

    /// <summary>The work package.</summary>
    public long WorkPackageId { get; private set; }

    /// <summary>The work package; for queries only.</summary>
    public WorkPackage WorkPackage { get; private set; } = null!;

    /// <summary>Smaller comes first. Gaps are left, so that one can be put between two.</summary>
    public int Position { get; private set; }

    internal void MoveTo(int position) => Position = position;
}
