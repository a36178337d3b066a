namespace OpenProject.Application.Bcf;

/// <summary>Where something was before it came here from another installation.</summary>
/// <param name="Guid">The guid that it had there.</param>
/// <param name="AuthorId">Who made it there; null for the viewer, who brings it.</param>
/// <param name="Date">When it was made there, UTC; null for now.</param>
public sealed record BcfOrigin(string Guid, long? AuthorId, DateTime? Date);
