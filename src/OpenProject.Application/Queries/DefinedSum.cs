using OpenProject.Application.Permissions;

namespace OpenProject.Application.Queries;

/// <summary>Values of a field that the installation has defined, which may be summed.</summary>
/// <param name="Name">The API's name.</param>
/// <param name="FieldId">The field.</param>
/// <param name="Unit">What the sum is of.</param>
/// <param name="IsOpenTo">Whether it is there for a viewer.</param>
public sealed record DefinedSum(string Name, long FieldId, SumUnit Unit, Func<Access, bool> IsOpenTo);
