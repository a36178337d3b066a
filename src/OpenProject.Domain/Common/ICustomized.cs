using System.Collections.Frozen;

namespace OpenProject.Domain.Common;

/// <summary>An aggregate that has values for fields which the installation has defined.</summary>
public interface ICustomized : ICustomValues
{
    /// <summary>Has these values of a field and no others of it.</summary>
    void Customize(long fieldId, IReadOnlyList<CustomValue> values);

    /// <summary>What is said of the values, plain text by field; nothing where there are no comments.</summary>
    IReadOnlyDictionary<long, string> CustomComments => FrozenDictionary<long, string>.Empty;
}
