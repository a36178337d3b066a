using OpenProject.Application.Scim.Attributes;

namespace OpenProject.Application.Scim;

/// <summary>How sentences call attributes: <c>Emails</c>, <c>Name familyname</c>.</summary>
internal static class ScimLabels
{
    /// <summary>The label of an attribute.</summary>
    public static string Of(ScimAttribute attribute, ScimAttribute? above = null)
    {
        var text = (above is null ? "" : above.Name + " ") + attribute.Name.ToLowerInvariant();
        return char.ToUpperInvariant(text[0]) + text[1..].ToLowerInvariant();
    }
}
