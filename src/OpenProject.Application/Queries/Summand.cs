namespace OpenProject.Application.Queries;

/// <summary>One value to be summed up, and afterwards the sum of all in the group and of the field.</summary>
public sealed class Summand
{
    /// <summary>What the rows of the group share.</summary>
    public long? Key { get; init; }

    /// <summary>The field.</summary>
    public long FieldId { get; init; }

    /// <summary>The value.</summary>
    public double? Number { get; init; }
}
