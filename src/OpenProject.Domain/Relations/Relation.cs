using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Domain.Relations;

/// <summary>
/// Two work packages that have to do with each other. What can be said from either side is stored from one: whoever
/// says that the first precedes the second gets a relation in which the second follows the first.
/// </summary>
public sealed class Relation : AggregateRoot, IContent
{
    private Relation()
    {
    }

    /// <summary>The first end.</summary>
    public long FromId { get; private set; }

    /// <summary>The first end; for queries only.</summary>
    public WorkPackage From { get; private set; } = null!;

    /// <summary>The second end.</summary>
    public long ToId { get; private set; }

    /// <summary>The second end; for queries only.</summary>
    public WorkPackage To { get; private set; } = null!;

    /// <summary>What the first end is to the second.</summary>
    public RelationType Type { get; private set; } = RelationType.Relates;

    /// <summary>Working days that lie between the two where one follows the other; 0 for all other types.</summary>
    public int Lag { get; private set; }

    /// <summary>What people say about it, plain text.</summary>
    public string? Description { get; private set; }

    /// <summary>A relation of one work package that still needs the other one.</summary>
    public static Relation Draft(long fromId) => new() { FromId = fromId };

    /// <summary>A relation of two work packages.</summary>
    /// <exception cref="BrokenRule">The same one twice, or a negative lag.</exception>
    public static Relation Create(long fromId, long toId, RelationType type, int lag = 0)
    {
        var relation = Draft(fromId);
        relation.LeadTo(toId);
        relation.Mean(new RelationDirection(type));
        relation.Wait(lag);
        return relation;
    }

    /// <summary>Names the second end.</summary>
    /// <exception cref="BrokenRule">The first end.</exception>
    public void LeadTo(long toId) => ToId = toId != FromId
        ? toId
        : throw new BrokenRule("to", "Related work package cannot be the work package itself.");

    /// <summary>Says what the first end is to the second. What reads backwards swaps the ends, so that it reads forwards.</summary>
    public void Mean(RelationDirection direction)
    {
        if (direction.IsReversed)
            (FromId, ToId) = (ToId, FromId);
        Type = direction.Type;
        if (Type != RelationType.Follows)
            Lag = 0;
    }

    /// <summary>Says how many working days lie between; only where one follows the other, else nothing changes.</summary>
    /// <exception cref="BrokenRule">Less than none.</exception>
    public void Wait(int days)
    {
        if (days < 0)
            throw new BrokenRule("lag", "Lag must be a number greater than or equal to 0.");
        if (Type == RelationType.Follows)
            Lag = days;
    }

    /// <summary>Says something about it.</summary>
    public void Describe(string? text) => Description = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
