using OpenProject.Application.Common;
using OpenProject.Application.Principals;

namespace OpenProject.Application.Scim;

/// <summary>What writing of any type takes.</summary>
/// <param name="UnitOfWork">Stores.</param>
/// <param name="Locks">Makes writers of one resource wait for each other.</param>
/// <param name="Removal">Removes.</param>
/// <param name="Identities">Stores external ids.</param>
/// <param name="Clock">Tells when.</param>
public sealed record ScimWriting(IUnitOfWork UnitOfWork, IPrincipalLock Locks, IPrincipalRemoval Removal, ScimIdentityService Identities, TimeProvider Clock);
