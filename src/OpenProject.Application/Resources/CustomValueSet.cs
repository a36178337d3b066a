using System.Collections.Frozen;
using OpenProject.Domain.Common;

namespace OpenProject.Application.Resources;

/// <summary>The values that a row has for fields which the installation has defined, and what those that refer to something are called.</summary>
/// <param name="values">The values, in order within each field.</param>
/// <param name="names">What references lead to, by field and id; those that are missing have no label.</param>
public sealed class CustomValueSet(IEnumerable<CustomValue> values, IReadOnlyDictionary<(long FieldId, long Id), Reference> names)
{
    private ILookup<long, CustomValue> byField = values.ToLookup(v => v.FieldId);
    private IReadOnlyDictionary<long, string> comments = FrozenDictionary<long, string>.Empty;

    /// <summary>No values.</summary>
    public static CustomValueSet None { get; } = new([], new Dictionary<(long FieldId, long Id), Reference>());

    /// <summary>The one value of a field, or null.</summary>
    public CustomValue? One(long fieldId) => byField[fieldId].FirstOrDefault();

    /// <summary>The text of a field, or null.</summary>
    public string? Text(long fieldId) => One(fieldId)?.Text;

    /// <summary>The link of a field; null for none.</summary>
    /// <param name="fieldId">The field.</param>
    /// <param name="path">Where its targets live.</param>
    public Reference? Link(long fieldId, ResourcePath path) => Links(fieldId, path) is [var first, ..] ? first : null;

    /// <summary>The links of a field.</summary>
    /// <param name="fieldId">The field.</param>
    /// <param name="path">Where its targets live.</param>
    public IReadOnlyList<Reference> Links(long fieldId, ResourcePath path) =>
        [.. byField[fieldId].Select(v => v.ReferenceId).OfType<long>().Select(id => names.TryGetValue((fieldId, id), out var known) ? known : new Reference(path, id, null))];

    /// <summary>What is said of the values of a field; null for nothing.</summary>
    public string? Comment(long fieldId) => comments.GetValueOrDefault(fieldId);

    /// <summary>The same values, of which this is said, by field.</summary>
    public CustomValueSet Saying(IReadOnlyDictionary<long, string> said) => new([], names) { byField = byField, comments = said };

    /// <summary>The values of an aggregate and what is said of them; references are called what these are.</summary>
    public CustomValueSet With(ICustomized entity) =>
        new CustomValueSet(entity.CustomValues.OrderBy(v => v.Position).ToList(), names).Saying(entity.CustomComments);
}
