namespace OpenProject.Application.Queries;

/// <summary>What a sum is of.</summary>
public enum SumUnit
{
    /// <summary>Minutes.</summary>
    Minutes,

    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>Numbers.</summary>
    Number,
}
