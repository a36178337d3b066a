using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>Takes the custom fields of one kind of resource into its declaration.</summary>
public interface ICustomization
{
    /// <summary>What the fields are of.</summary>
    CustomizedKind Kind { get; }

    /// <summary>The declaration has these fields from now on, and no others but its own.</summary>
    void Define(IReadOnlyList<CustomFieldDefinition> fields);
}
