using OpenProject.Application.Permissions;

namespace OpenProject.Application.Resources;

/// <summary>One resource with what its body embeds.</summary>
/// <param name="Dto">The row.</param>
/// <param name="Access">The viewer's permissions, loaded for the row's project.</param>
/// <param name="Embedded">What the body embeds; null to embed nothing.</param>
public sealed record Document<TDto>(TDto Dto, Access Access, EmbeddedSet? Embedded = null) : IHalDocument
    where TDto : class, IResourceDto
{
    /// <summary>How it was at the times that were asked for; null when none were.</summary>
    public StateComparison<TDto>? Comparison { get; init; }

    /// <inheritdoc/>
    public void Accept(IHalDocumentVisitor visitor) => visitor.Visit(this);
}
