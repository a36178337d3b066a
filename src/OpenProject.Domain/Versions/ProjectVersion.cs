using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;

namespace OpenProject.Domain.Versions;

/// <summary>A release, iteration or other goal that work packages are planned for.</summary>
public sealed class ProjectVersion : AggregateRoot, ITimestamped, ICustomized
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 60;

    /// <summary>Longest key of <see cref="SortName"/>.</summary>
    public const int SortNameLimit = 300;

    private readonly List<CustomValue> customValues = [];

    private ProjectVersion()
    {
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<CustomValue> CustomValues => customValues;

    /// <inheritdoc/>
    public void Customize(long fieldId, IReadOnlyList<CustomValue> values) => CustomValue.Replace(customValues, fieldId, values);

    /// <summary>The project that defines it.</summary>
    public long ProjectId { get; private set; }

    /// <summary>The project; for queries only.</summary>
    public Project Project { get; private set; } = null!;

    /// <summary>The name, unique in the project.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What lists are ordered by: the name with its numbers counted as numbers.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>The description, plain text.</summary>
    public string? Description { get; private set; }

    /// <summary>The description, rendered.</summary>
    public string? DescriptionHtml { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly? StartDate { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly? EndDate { get; private set; }

    /// <summary>Whether work packages may still join it.</summary>
    public VersionStatus Status { get; private set; } = VersionStatus.Open;

    /// <summary>Which other projects may use it.</summary>
    public VersionSharing Sharing { get; private set; } = VersionSharing.None;

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>A new, open version that still needs a project and a name.</summary>
    public static ProjectVersion Draft(DateTime now) => new() { CreatedAt = now, UpdatedAt = now };

    /// <summary>A new, open version.</summary>
    /// <exception cref="BrokenRule">Blank or too long name.</exception>
    public static ProjectVersion Create(long projectId, string name, DateTime now)
    {
        var version = Draft(now);
        version.DefineIn(projectId);
        version.Rename(name);
        return version;
    }

    /// <summary>
    /// The like of it in another project. It is shared with projects below at most: that those above, beside or everywhere use
    /// it takes a permission there.
    /// </summary>
    /// <param name="projectId">The other project.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="without">The custom fields whose values it does not get.</param>
    public ProjectVersion CopyTo(long projectId, DateTime now, IReadOnlyCollection<long> without)
    {
        var copy = Create(projectId, Name, now);
        copy.Describe(Description, DescriptionHtml);
        (copy.StartDate, copy.EndDate, copy.Status) = (StartDate, EndDate, Status);
        copy.Share(Sharing == VersionSharing.None ? VersionSharing.None : VersionSharing.Descendants);
        CustomValue.Copy(this, copy, without);
        return copy;
    }

    /// <summary>Names the defining project; only while the version is new.</summary>
    /// <exception cref="BrokenRule">The version is already stored.</exception>
    public void DefineIn(long projectId)
    {
        if (Id != 0 && projectId != ProjectId)
            throw new BrokenRule("definingProject", "Project was attempted to be written but is not writable.");
        ProjectId = projectId;
    }

    /// <summary>Gives it another name.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Rename(string? name)
    {
        Name = TextRule.Required(name, "name", "Name", NameLimit);
        SortName = NaturalOrder.KeyOf(Name, SortNameLimit);
    }

    /// <summary>Describes it.</summary>
    /// <param name="raw">Plain text.</param>
    /// <param name="html">The same, rendered.</param>
    public void Describe(string? raw, string? html) => (Description, DescriptionHtml) = (raw, html);

    /// <summary>Sets the first day. That it is not after the last is <see cref="SettleDates"/>'s check, as both may change together.</summary>
    public void StartOn(DateOnly? date) => StartDate = date;

    /// <summary>Sets the last day.</summary>
    public void EndOn(DateOnly? date) => EndDate = date;

    /// <summary>Checks the dates once all changes are made.</summary>
    /// <exception cref="BrokenRule">The last day is before the first.</exception>
    public void SettleDates()
    {
        if (EndDate < StartDate)
            throw new BrokenRule("endDate", "Finish date must be greater than or equal to the start date.");
    }

    /// <summary>Says whether work packages may still join it.</summary>
    public void MoveTo(VersionStatus status) => Status = status;

    /// <summary>Says which other projects may use it.</summary>
    public void Share(VersionSharing sharing) => Sharing = sharing;

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
