namespace OpenProject.Application.Capabilities;

/// <summary>That somebody may do something somewhere, as statements find it.</summary>
public sealed class CapabilityRow
{
    /// <summary>Who.</summary>
    public long PrincipalId { get; init; }

    /// <summary>In which project; null in none.</summary>
    public long? ProjectId { get; init; }

    /// <summary>Which action, by its position.</summary>
    public int Action { get; init; }
}
