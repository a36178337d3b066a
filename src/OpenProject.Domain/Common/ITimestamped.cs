namespace OpenProject.Domain.Common;

/// <summary>An aggregate that knows when it was made and when it last changed; persistence touches it with each save that changes it.</summary>
public interface ITimestamped
{
    /// <summary>When it was made, UTC.</summary>
    DateTime CreatedAt { get; }

    /// <summary>When it last changed, UTC.</summary>
    DateTime UpdatedAt { get; }

    /// <summary>It changed now.</summary>
    void Touch(DateTime now);
}
