using System.Text.RegularExpressions;
using OpenProject.Domain.Common;

namespace OpenProject.Domain.CustomFields;

/// <summary>A field that the installation has defined, for resources of one kind.</summary>
public sealed class CustomField : AggregateRoot, ITimestamped
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    /// <summary>Longest regular expression.</summary>
    public const int PatternLimit = 1000;

    /// <summary>Longest line of text, and address of a page.</summary>
    public const int LineLimit = 4000;

    /// <summary>The most values of one field.</summary>
    public const int MostValues = 100;

    private readonly List<CustomOption> options = [];
    private readonly List<CustomFieldType> types = [];
    private readonly List<CustomFieldProject> projects = [];

    private CustomField()
    {
    }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is of.</summary>
    public CustomizedKind Customizes { get; private set; }

    /// <summary>What its values are.</summary>
    public CustomFieldFormat Format { get; private set; }

    /// <summary>Whether there may be several values.</summary>
    public bool IsMulti { get; private set; }

    /// <summary>Whether a value must be given.</summary>
    public bool IsRequired { get; private set; }

    /// <summary>Whether it is active in all projects; otherwise in those named.</summary>
    public bool IsForAll { get; private set; } = true;

    /// <summary>Whether only administrators see and write it.</summary>
    public bool IsAdminOnly { get; private set; }

    /// <summary>Whether something may be said of its values; of projects alone.</summary>
    public bool HasComment { get; private set; }

    /// <summary>The least number of characters; 0 for no limit.</summary>
    public int MinLength { get; private set; }

    /// <summary>The greatest number of characters; 0 for no limit.</summary>
    public int MaxLength { get; private set; }

    /// <summary>The regular expression that text must match; null for none.</summary>
    public string? Pattern { get; private set; }

    /// <summary>The value of new resources, as text; options say it themselves. Null for none.</summary>
    public string? DefaultValue { get; private set; }

    /// <summary>The place in lists, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>The options of a list, in no particular order.</summary>
    public IReadOnlyCollection<CustomOption> Options => options;

    /// <summary>The types of work packages that have it.</summary>
    public IReadOnlyCollection<CustomFieldType> Types => types;

    /// <summary>The projects that it is active in, where it is not in all.</summary>
    public IReadOnlyCollection<CustomFieldProject> Projects => projects;

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>A field of all resources of a kind.</summary>
    /// <exception cref="BrokenRule">Blank or too long name.</exception>
    public static CustomField Create(string? name, CustomizedKind customizes, CustomFieldFormat format, int position, DateTime now) => new()
    {
        Name = TextRule.Required(name, "name", "Name", NameLimit),
        Customizes = customizes,
        Format = format,
        Position = position,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Says whether a value must be given, and the one of new resources.</summary>
    public void Require(bool isRequired, string? defaultValue) => (IsRequired, DefaultValue) = (isRequired, defaultValue);

    /// <summary>Says whether there may be several values.</summary>
    /// <exception cref="BrokenRule">The format has one value.</exception>
    public void TakeSeveral(bool isMulti)
    {
        if (isMulti && Format is not (CustomFieldFormat.List or CustomFieldFormat.User or CustomFieldFormat.Version or CustomFieldFormat.Hierarchy))
            throw new BrokenRule("multi", "Several values are for lists, users, versions and hierarchies.");
        IsMulti = isMulti;
    }

    /// <summary>Bounds text.</summary>
    /// <exception cref="BrokenRule">The expression is none, or the limits contradict each other.</exception>
    public void Bound(int minLength, int maxLength, string? pattern)
    {
        if (minLength < 0 || maxLength < 0 || (maxLength > 0 && minLength > maxLength))
            throw new BrokenRule("maxLength", "Lengths must be positive, and the least not above the greatest.");
        if (pattern is not null)
            _ = Expression(TextRule.Optional(pattern, "regexp", "Regular expression", PatternLimit) ?? "");
        (MinLength, MaxLength, Pattern) = (minLength, maxLength, pattern);
    }

    /// <summary>Hides it from everybody but administrators.</summary>
    public void KeepForAdministrators(bool isAdminOnly) => IsAdminOnly = isAdminOnly;

    /// <summary>Lets people say something of its values, or not.</summary>
    /// <exception cref="BrokenRule">It is of something else than projects.</exception>
    public void TakeComments(bool hasComment)
    {
        if (hasComment && Customizes != CustomizedKind.Project)
            throw new BrokenRule("comment", "Comments are for fields of projects.");
        HasComment = hasComment;
    }

    /// <summary>Is active in some projects only.</summary>
    public void LimitTo(IEnumerable<long> projectIds)
    {
        IsForAll = false;
        projects.Clear();
        projects.AddRange(projectIds.Distinct().Select(CustomFieldProject.Of));
    }

    /// <summary>Is active in one project more, where it is not in all.</summary>
    public void ActivateIn(long projectId)
    {
        if (!IsForAll && projects.TrueForAll(p => p.ProjectId != projectId))
            projects.Add(CustomFieldProject.Of(projectId));
    }

    /// <summary>Types of work packages have it.</summary>
    public void AddToTypes(IEnumerable<long> typeIds)
    {
        types.Clear();
        types.AddRange(typeIds.Distinct().Select(CustomFieldType.Of));
    }

    /// <summary>Adds an option behind the others.</summary>
    /// <exception cref="BrokenRule">Blank or too long value, or a field that is no list.</exception>
    public CustomOption Offer(string? value, bool isDefault = false)
    {
        if (Format != CustomFieldFormat.List)
            throw new BrokenRule("options", "Options are for lists.");
        var option = CustomOption.Create(value, options.Count + 1, isDefault);
        options.Add(option);
        return option;
    }

    /// <summary>The compiled form of a pattern; it takes time in proportion to the text, whatever it says.</summary>
    /// <exception cref="BrokenRule">It is none, or needs to look back or around.</exception>
    public static Regex Expression(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (Exception invalid) when (invalid is ArgumentException or NotSupportedException)
        {
            throw new BrokenRule("regexp", "Regular expression is invalid.");
        }
    }

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
