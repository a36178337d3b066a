using OpenProject.Application.Permissions;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>What there is to know of a custom field to read, write and filter by it.</summary>
public sealed class CustomFieldDefinition
{
    /// <summary>The id.</summary>
    public long Id { get; init; }

    /// <summary>What it is called.</summary>
    public string Label { get; init; } = "";

    /// <summary>What it is of.</summary>
    public CustomizedKind Customizes { get; init; }

    /// <summary>What its values are.</summary>
    public CustomFieldFormat Format { get; init; }

    /// <summary>Whether there may be several values.</summary>
    public bool IsMulti { get; init; }

    /// <summary>Whether a value must be given.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it is active in all projects.</summary>
    public bool IsForAll { get; init; }

    /// <summary>Whether only administrators see and write it.</summary>
    public bool IsAdminOnly { get; init; }

    /// <summary>Whether something may be said of its values.</summary>
    public bool HasComment { get; init; }

    /// <summary>The least number of characters; 0 for no limit.</summary>
    public int MinLength { get; init; }

    /// <summary>The greatest number of characters; 0 for no limit.</summary>
    public int MaxLength { get; init; }

    /// <summary>The regular expression that text must match; null for none.</summary>
    public string? Pattern { get; init; }

    /// <summary>The value of new resources, as text; null for none.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }

    /// <summary>The options that new resources have.</summary>
    public IReadOnlyList<long> DefaultOptions { get; set; } = [];

    /// <summary>What the options say, by id.</summary>
    public IReadOnlyDictionary<long, string> Options { get; set; } = new Dictionary<long, string>();

    /// <summary>The types of work packages that have it.</summary>
    public IReadOnlySet<long> TypeIds { get; set; } = new HashSet<long>();

    /// <summary>The projects that it is active in, where it is not in all.</summary>
    public IReadOnlySet<long> ProjectIds { get; set; } = new HashSet<long>();

    /// <summary>The API's name.</summary>
    public string Name => "customField" + Id;

    /// <summary>The API's name of what is said of its values.</summary>
    public string CommentName => "customComment" + Id;

    /// <summary>Whether its values refer to something.</summary>
    public bool IsReference => Format is CustomFieldFormat.List or CustomFieldFormat.User or CustomFieldFormat.Version || Format.HasItems();

    /// <summary>Whether it is there for a viewer.</summary>
    public bool IsOpenTo(Access access) => !IsAdminOnly || access.Viewer.IsAdmin;

    /// <summary>Whether it is active in a project.</summary>
    public bool IsActiveIn(long projectId) => IsForAll || ProjectIds.Contains(projectId);
}
