namespace OpenProject.Domain.WorkPackages;

/// <summary>A work package that has come to another project with the one above it.</summary>
/// <param name="Id">The work package.</param>
/// <param name="ProjectId">The project it is in now.</param>
/// <param name="Has">What it has of what the project offers.</param>
public sealed record RelocatedWork(long Id, long ProjectId, Belonging Has);
