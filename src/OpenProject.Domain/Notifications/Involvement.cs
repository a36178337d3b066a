namespace OpenProject.Domain.Notifications;

/// <summary>What somebody has to do with a change of a work package.</summary>
/// <param name="IsMentioned">A text that is new names him, or a group of his.</param>
/// <param name="IsAssignee">It is assigned to him, or to a group of his.</param>
/// <param name="IsResponsible">He, or a group of his, answers for it.</param>
/// <param name="IsWatcher">He watches it.</param>
public readonly record struct Involvement(bool IsMentioned, bool IsAssignee, bool IsResponsible, bool IsWatcher);
