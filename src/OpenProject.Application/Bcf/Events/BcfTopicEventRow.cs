using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf.Events;

#pragma warning disable CS1591 // The members are the columns of a journal and of the one before it, documented there.

/// <summary>A journal of a topic's work package and the one before, as read.</summary>
public sealed class BcfTopicEventRow
{
    private const int LongestTitle = 128;
    private const int LongestText = 1024;

    public long Id { get; init; }

    public string TopicGuid { get; init; } = "";

    public DateTime Date { get; init; }

    public string Author { get; init; } = "";

    public bool IsFirst { get; init; }

    public string Title { get; init; } = "";

    public string? TitleBefore { get; init; }

    public string? Description { get; init; }

    public string? DescriptionBefore { get; init; }

    public long StatusId { get; init; }

    public long? StatusIdBefore { get; init; }

    public string? Status { get; init; }

    public long TypeId { get; init; }

    public long? TypeIdBefore { get; init; }

    public string? Type { get; init; }

    public long PriorityId { get; init; }

    public long? PriorityIdBefore { get; init; }

    public string? Priority { get; init; }

    public DateOnly? DueDate { get; init; }

    public DateOnly? DueDateBefore { get; init; }

    public long? AssigneeId { get; init; }

    public long? AssigneeIdBefore { get; init; }

    public string? Assignee { get; init; }

    public string? LabelsAdded { get; init; }

    public string? LabelsRemoved { get; init; }

    /// <summary>The event that it is; a creation tells every attribute that was set.</summary>
    public BcfEvent Told() => new(TopicGuid, null, Date, Author, [.. Actions()]);

    private IEnumerable<BcfAction> Actions()
    {
        if (IsFirst)
            yield return new BcfAction("topic_created", null);
        if (IsFirst || Title != TitleBefore)
            yield return new BcfAction("title_updated", Cut(Title, LongestTitle));
        if ((Description ?? "") != (DescriptionBefore ?? ""))
            yield return Changed("description", Cut(string.IsNullOrEmpty(Description) ? null : Description, LongestText));
        if (IsFirst || StatusId != StatusIdBefore)
            yield return new BcfAction("status_updated", Status);
        if (IsFirst || TypeId != TypeIdBefore)
            yield return new BcfAction("type_updated", Type);
        if (IsFirst || PriorityId != PriorityIdBefore)
            yield return new BcfAction("priority_updated", Priority);
        if (DueDate != DueDateBefore)
            yield return Changed("due_date", DueDate?.ToString("yyyy-MM-dd"));
        if (AssigneeId != AssigneeIdBefore)
            yield return AssigneeId is null ? new BcfAction("assigned_to_removed", null) : new BcfAction("assigned_to_updated", Assignee);
        foreach (var label in BcfTopic.LabelsOf(LabelsRemoved))
            yield return new BcfAction("label_removed", label);
        foreach (var label in BcfTopic.LabelsOf(LabelsAdded))
            yield return new BcfAction("label_added", label);
    }

    private static BcfAction Changed(string name, string? value) => new(value is null ? name + "_removed" : name + "_updated", value);

    private static string? Cut(string? text, int limit) => text is { } && text.Length > limit ? text[..limit] : text;
}
