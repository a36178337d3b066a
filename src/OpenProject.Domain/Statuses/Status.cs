using OpenProject.Domain.Common;

namespace OpenProject.Domain.Statuses;

/// <summary>How far a work package has come.</summary>
public sealed class Status : AggregateRoot, ITimestamped
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    private Status()
    {
    }

    /// <summary>The name, unique.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its place in lists, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Colour as <c>#RRGGBB</c>.</summary>
    public string? Color { get; private set; }

    /// <summary>Whether the work is over.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether new work packages have it.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>Whether a work package that has it may not be changed otherwise.</summary>
    public bool IsReadonly { get; private set; }

    /// <summary>Whether sums of work leave out work packages that have it.</summary>
    public bool ExcludedFromTotals { get; private set; }

    /// <summary>How much is done, in percent, where the status decides.</summary>
    public int DefaultDoneRatio { get; private set; }

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>A new status.</summary>
    /// <exception cref="BrokenRule">Blank or too long name, no colour, or no percentage.</exception>
    public static Status Create(string name, int position, string? color, int defaultDoneRatio, DateTime now)
    {
        var status = new Status { Position = position, CreatedAt = now, UpdatedAt = now };
        status.Rename(name);
        status.Paint(color);
        status.MeanDone(defaultDoneRatio);
        return status;
    }

    /// <summary>Gives it another name.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Rename(string? name) => Name = TextRule.Required(name, "name", "Name", NameLimit);

    /// <summary>Gives it another colour, or none.</summary>
    /// <exception cref="BrokenRule">Not a colour.</exception>
    public void Paint(string? color) => Color = Common.Color.Checked(color);

    /// <summary>Moves it in lists.</summary>
    public void PlaceAt(int position) => Position = position;

    /// <summary>Says whether it ends the work; before any work package has it, as each keeps with it what its status says (<see cref="StatusKind"/>).</summary>
    public void Close(bool isClosed) => IsClosed = isClosed;

    /// <summary>Says whether new work packages have it; that there is one such is the caller's duty.</summary>
    public void BeDefault(bool isDefault) => IsDefault = isDefault;

    /// <summary>Says whether it freezes a work package.</summary>
    public void Freeze(bool isReadonly) => IsReadonly = isReadonly;

    /// <summary>Says whether sums leave it out.</summary>
    public void ExcludeFromTotals(bool excluded) => ExcludedFromTotals = excluded;

    /// <summary>Says how much is done at this status, in percent.</summary>
    /// <exception cref="BrokenRule">Outside 0..100.</exception>
    public void MeanDone(int percent) => DefaultDoneRatio = percent is >= 0 and <= 100
        ? percent
        : throw new BrokenRule("defaultDoneRatio", "Default done ratio must be between 0 and 100.");

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
