using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Roles;

namespace OpenProject.Api.Hal;

/// <summary>What writing one resource depends on beside the row.</summary>
/// <param name="Access">The viewer's permissions.</param>
/// <param name="Permissions">Those in the row's project, with the global ones.</param>
/// <param name="Embedded">What the body embeds; null to embed nothing.</param>
/// <param name="Documents">Writes embedded resources.</param>
public readonly record struct WriteScope(Access Access, PermissionSet Permissions, EmbeddedSet? Embedded, IHalDocumentVisitor Documents);
