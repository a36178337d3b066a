using OpenProject.Domain.Common;

namespace OpenProject.Domain.Workflows;

/// <summary>One allowed step: who has the role may move work packages of the type from the old to the new status.</summary>
public sealed class Workflow : AggregateRoot
{
    private Workflow()
    {
    }

    /// <summary>The type.</summary>
    public long TypeId { get; private set; }

    /// <summary>The status before.</summary>
    public long OldStatusId { get; private set; }

    /// <summary>The status after.</summary>
    public long NewStatusId { get; private set; }

    /// <summary>The role.</summary>
    public long RoleId { get; private set; }

    /// <summary>Only for the author of the work package.</summary>
    public bool AuthorOnly { get; private set; }

    /// <summary>Only for the assignee of the work package.</summary>
    public bool AssigneeOnly { get; private set; }

    /// <summary>A new step.</summary>
    public static Workflow Allow(long typeId, long oldStatusId, long newStatusId, long roleId, bool authorOnly = false, bool assigneeOnly = false) => new()
    {
        TypeId = typeId,
        OldStatusId = oldStatusId,
        NewStatusId = newStatusId,
        RoleId = roleId,
        AuthorOnly = authorOnly,
        AssigneeOnly = assigneeOnly,
    };
}
