namespace OpenProject.Domain.Common;

/// <summary>Something that keeps values for fields which the installation has defined.</summary>
public interface ICustomValues
{
    /// <summary>All values, in no particular order.</summary>
    IReadOnlyCollection<CustomValue> CustomValues { get; }
}
