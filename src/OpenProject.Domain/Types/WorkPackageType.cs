using OpenProject.Domain.Common;

namespace OpenProject.Domain.Types;

/// <summary>What kind of thing a work package is: a task, a bug, a milestone.</summary>
public sealed class WorkPackageType : AggregateRoot, ITimestamped
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    private WorkPackageType()
    {
    }

    /// <summary>The name, unique.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Its place in lists, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Colour as <c>#RRGGBB</c>.</summary>
    public string? Color { get; private set; }

    /// <summary>Whether new projects offer it.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>Whether it has a single date.</summary>
    public bool IsMilestone { get; private set; }

    /// <summary>Whether roadmaps show it.</summary>
    public bool IsInRoadmap { get; private set; }

    /// <summary>The description that new work packages start with, Markdown.</summary>
    public string? DescriptionTemplate { get; private set; }

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>A new type.</summary>
    /// <exception cref="BrokenRule">Blank or too long name, or no colour.</exception>
    public static WorkPackageType Create(string name, int position, string? color, DateTime now)
    {
        var type = new WorkPackageType { Position = position, CreatedAt = now, UpdatedAt = now };
        type.Rename(name);
        type.Paint(color);
        return type;
    }

    /// <summary>Gives it another name.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Rename(string? name) => Name = TextRule.Required(name, "name", "Name", NameLimit);

    /// <summary>Gives it another colour, or none.</summary>
    /// <exception cref="BrokenRule">Not a colour.</exception>
    public void Paint(string? color) => Color = Common.Color.Checked(color);

    /// <summary>Moves it in lists.</summary>
    public void PlaceAt(int position) => Position = position;

    /// <summary>Says whether new projects offer it.</summary>
    public void OfferByDefault(bool isDefault) => IsDefault = isDefault;

    /// <summary>Says whether its work packages have a single date.</summary>
    public void BeMilestone(bool isMilestone) => IsMilestone = isMilestone;

    /// <summary>Says whether roadmaps show it.</summary>
    public void ShowInRoadmap(bool isInRoadmap) => IsInRoadmap = isInRoadmap;

    /// <summary>Sets the description that new work packages start with.</summary>
    public void StartWith(string? descriptionTemplate) => DescriptionTemplate = descriptionTemplate;

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
