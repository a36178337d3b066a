using OpenProject.Domain.Common;

namespace OpenProject.Domain.Priorities;

/// <summary>How urgent a work package is.</summary>
public sealed class Priority : AggregateRoot, ITimestamped
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    private Priority()
    {
    }

    /// <summary>The name, unique.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its place in lists, from 1; the higher the more urgent.</summary>
    public int Position { get; private set; }

    /// <summary>Colour as <c>#RRGGBB</c>.</summary>
    public string? Color { get; private set; }

    /// <summary>Whether new work packages have it.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>Whether it may be chosen.</summary>
    public bool IsActive { get; private set; } = true;

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>A new, active priority.</summary>
    /// <exception cref="BrokenRule">Blank or too long name, or no colour.</exception>
    public static Priority Create(string name, int position, string? color, DateTime now)
    {
        var priority = new Priority { Position = position, CreatedAt = now, UpdatedAt = now };
        priority.Rename(name);
        priority.Paint(color);
        return priority;
    }

    /// <summary>Gives it another name.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Rename(string? name) => Name = TextRule.Required(name, "name", "Name", NameLimit);

    /// <summary>Gives it another colour, or none.</summary>
    /// <exception cref="BrokenRule">Not a colour.</exception>
    public void Paint(string? color) => Color = Common.Color.Checked(color);

    /// <summary>Moves it in lists.</summary>
    public void PlaceAt(int position) => Position = position;

    /// <summary>Says whether new work packages have it; that there is one such is the caller's duty.</summary>
    public void BeDefault(bool isDefault) => IsDefault = isDefault;

    /// <summary>Says whether it may be chosen.</summary>
    public void Offer(bool isActive) => IsActive = isActive;

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
