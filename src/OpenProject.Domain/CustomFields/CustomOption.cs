using OpenProject.Domain.Common;

namespace OpenProject.Domain.CustomFields;

/// <summary>A value that a list offers.</summary>
public sealed class CustomOption
{
    /// <summary>Longest value.</summary>
    public const int ValueLimit = 255;

    private CustomOption()
    {
    }

    /// <summary>The identity, made by the database.</summary>
    public long Id { get; private set; }

    /// <summary>The list.</summary>
    public long FieldId { get; private set; }

    /// <summary>The list; for queries only.</summary>
    public CustomField Field { get; private set; } = null!;

    /// <summary>What it says.</summary>
    public string Value { get; private set; } = "";

    /// <summary>The place in the list, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Whether new resources have it.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>An option.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    internal static CustomOption Create(string? value, int position, bool isDefault) =>
        new() { Value = TextRule.Required(value, "value", "Value", ValueLimit), Position = position, IsDefault = isDefault };
}

/// <summary>A type of work packages that has a field.</summary>
public sealed class CustomFieldType
{
    private CustomFieldType()
    {
    }

    /// <summary>The field.</summary>
    public long FieldId { get; private set; }

    /// <summary>The type.</summary>
    public long TypeId { get; private set; }

    internal static CustomFieldType Of(long typeId) => new() { TypeId = typeId };
}

/// <summary>A project that a field is active in.</summary>
public sealed class CustomFieldProject
{
    private CustomFieldProject()
    {
    }

    /// <summary>The field.</summary>
    public long FieldId { get; private set; }

    /// <summary>The project.</summary>
    public long ProjectId { get; private set; }

    internal static CustomFieldProject Of(long projectId) => new() { ProjectId = projectId };
}
