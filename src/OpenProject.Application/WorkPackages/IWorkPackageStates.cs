using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.WorkPackages;

/// <summary>Work packages as they were, read from their journals.</summary>
public interface IWorkPackageStates
{
    /// <summary>
    /// Those that existed at a time, with the attributes that journals keep as they were then, to compose on like rows. What
    /// journals do not keep (derived values, the rendered description) is not to be relied on.
    /// </summary>
    /// <param name="moment">The time, UTC.</param>
    IQueryable<WorkPackage> At(DateTime moment);
}
