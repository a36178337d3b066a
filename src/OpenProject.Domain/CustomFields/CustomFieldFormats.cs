namespace OpenProject.Domain.CustomFields;

/// <summary>What formats have in common.</summary>
public static class CustomFieldFormats
{
    /// <summary>Whether values are items of a tree that the field has.</summary>
    public static bool HasItems(this CustomFieldFormat format) => format is CustomFieldFormat.Hierarchy or CustomFieldFormat.WeightedItemList;
}
