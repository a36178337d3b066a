using OpenProject.Domain.Installations;

namespace OpenProject.Application.Installations;

/// <summary>A UUID given by configuration. It is used instead of the stored one, which it does not touch.</summary>
/// <param name="Uuid">The UUID; null when none is given.</param>
public sealed record InstallationOverride(InstallationUuid? Uuid);
