namespace OpenProject.Domain.Workflows;

/// <summary>Which statuses work packages of some types pass, as their workflows say for whichever role.</summary>
/// <param name="passed">The statuses of each type, in order of position.</param>
/// <param name="defaultId">The status of new work packages.</param>
public sealed class TypeStatuses(ILookup<long, long> passed, long defaultId)
{
    /// <summary>
    /// The status of a work package that becomes one of a type: the one it has if the type passes it, else the default, else the first
    /// that the type passes. A type without a workflow passes all.
    /// </summary>
    public long Keep(long typeId, long statusId)
    {
        var ofType = passed[typeId].ToList();
        if (ofType.Count == 0 || ofType.Contains(statusId))
            return statusId;
        return ofType.Contains(defaultId) ? defaultId : ofType[0];
    }
}
