using OpenProject.Domain.Types;

namespace OpenProject.Domain.Projects;

/// <summary>One type of work packages that a project offers.</summary>
public sealed class ProjectType
{
    private ProjectType()
    {
    }

    internal ProjectType(long typeId) => TypeId = typeId;

    /// <summary>The project.</summary>
    public long ProjectId { get; private set; }

    /// <summary>The type.</summary>
    public long TypeId { get; private set; }

    /// <summary>The type; for queries only.</summary>
    public WorkPackageType Type { get; private set; } = null!;
}
