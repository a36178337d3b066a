namespace OpenProject.Domain.CustomFields;

/// <summary>What values of a custom field are.</summary>
public enum CustomFieldFormat
{
    /// <summary>A line of text.</summary>
    String,

    /// <summary>Text that people format.</summary>
    Text,

    /// <summary>The address of a page.</summary>
    Link,

    /// <summary>A whole number.</summary>
    Int,

    /// <summary>A number.</summary>
    Float,

    /// <summary>A day.</summary>
    Date,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>One of the field's options.</summary>
    List,

    /// <summary>A person, a group or a placeholder.</summary>
    User,

    /// <summary>A version.</summary>
    Version,

    /// <summary>One of the items of the field's tree.</summary>
    Hierarchy,

    /// <summary>One of the items of the field's tree, each of which weighs something.</summary>
    WeightedItemList,
}

/// <summary>What a custom field is of.</summary>
public enum CustomizedKind
{
    /// <summary>Work packages.</summary>
    WorkPackage,

    /// <summary>Projects, programs and portfolios.</summary>
    Project,

    /// <summary>Users.</summary>
    User,

    /// <summary>Time entries.</summary>
    TimeEntry,

    /// <summary>Versions.</summary>
    Version,
}
