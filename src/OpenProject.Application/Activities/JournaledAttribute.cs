using System.Net;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Activities;

/// <summary>An attribute whose changes activities tell, and how its values read.</summary>
/// <param name="Label">The label a person reads.</param>
/// <param name="Value">What a state has; null for nothing. For linked resources their id, or <see cref="References"/>.</param>
/// <param name="Kind">What ids are of; null where the value is told as it is.</param>
internal sealed record JournaledAttribute(string Label, Func<JournaledState, object?> Value, string? Kind = null)
{
    /// <summary>Whether the text is too long to be told: only that it changed is.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether a new work package has always some value, so that setting it is no news.</summary>
    public bool IsSwitch { get; init; }

    /// <summary>What it takes to see the attribute in the project of a state; null where seeing the work package is enough.</summary>
    public Permission? Needs { get; init; }

    /// <summary>Whether a viewer sees the attribute in the states before and after a change; the permissions in their projects have been loaded.</summary>
    public bool IsSeen(Access access, JournaledState? before, JournaledState after) =>
        Needs is not { } needed || (access.In(after.ProjectId).Contains(needed) && (before is null || access.In(before.ProjectId).Contains(needed)));

    /// <summary>The sentence about the change from one state to another; null when nothing changed.</summary>
    /// <param name="before">The state before; null for a new work package.</param>
    /// <param name="after">The state after.</param>
    /// <param name="name">The name of a linked resource, by its kind and id.</param>
    public Formattable? Tell(JournaledState? before, JournaledState after, Func<string, long, string> name)
    {
        var (old, now) = (before is null ? null : Value(before), Value(after));
        if (Equals(old, now) || (before is null && IsSwitch))
            return null;
        string Text(object value) => Kind is null ? value.ToString()! : string.Join(", ", References.Of(value).Select(id => name(Kind, id)));
        return (old, now) switch
        {
            (null, not null) => IsLong ? Sentence(" set") : Sentence(" set to ", Text(now)),
            (not null, null) => IsLong ? Sentence(" deleted") : Sentence(" deleted (", Text(old), ")"),
            _ => IsLong ? Sentence(" changed") : Sentence(" changed from ", Text(old!), " to ", Text(now!)),
        };
    }

    // Words and values take turns; values are what people wrote.
    private Formattable Sentence(params string[] parts)
    {
        var html = parts.Select((part, index) => index % 2 == 0 ? part : $"<i>{WebUtility.HtmlEncode(part)}</i>");
        return new Formattable(Label + string.Concat(parts), $"<strong>{WebUtility.HtmlEncode(Label)}</strong>{string.Concat(html)}", Formattable.Custom);
    }
}
