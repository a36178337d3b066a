using OpenProject.Application.Resources;
using OpenProject.Domain.Relations;

namespace OpenProject.Application.Relations;

/// <summary>A relation, as read.</summary>
public sealed class RelationDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>What the first work package is to the second.</summary>
    public RelationType Type { get; init; }

    /// <summary>Working days that lie between the two; only where one follows the other.</summary>
    public int Lag { get; init; }

    /// <summary>What people say about it, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The first work package.</summary>
    public long FromId { get; init; }

    /// <summary>The first one's subject.</summary>
    public string? FromSubject { get; init; }

    /// <summary>The first one's project.</summary>
    public long FromProjectId { get; init; }

    /// <summary>The second work package.</summary>
    public long ToId { get; init; }

    /// <summary>The second one's subject.</summary>
    public string? ToSubject { get; init; }
}
