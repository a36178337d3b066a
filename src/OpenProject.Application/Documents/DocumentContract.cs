using OpenProject.Application.Writes;
using OpenProject.Domain.Documents;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Documents;

/// <summary>Who may change documents.</summary>
public sealed class DocumentContract : Contract<Document, DocumentDto>
{
    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<Document, DocumentDto> draft, CancellationToken cancellationToken) =>
        AllowInAsync(draft, draft.Entity.ProjectId, Permission.ManageDocuments, cancellationToken);
}
