namespace OpenProject.Application.Writes;

/// <summary>A group of attributes that forms show together.</summary>
/// <param name="Type">The <c>_type</c>, e.g. <c>WorkPackageFormAttributeGroup</c>.</param>
/// <param name="Name">The label.</param>
/// <param name="Attributes">The attributes' names, in order.</param>
public sealed record AttributeGroup(string Type, string Name, IReadOnlyList<string> Attributes);
