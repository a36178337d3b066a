using OpenProject.Application.Permissions;
using OpenProject.Application.Queries;

namespace OpenProject.Application.Resources;

/// <summary>A collection, or one page of it.</summary>
/// <param name="Items">The rows of the page, in order.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Query">What was asked, with defaults filled in.</param>
/// <param name="Access">The viewer's permissions, loaded for the rows' projects.</param>
public sealed record Page<TDto>(IReadOnlyList<TDto> Items, int Total, CollectionQuery Query, Access Access) : IHalDocument
    where TDto : class, IResourceDto
{
    /// <summary>What the elements embed; null to embed nothing.</summary>
    public EmbeddedSet? Embedded { get; init; }

    /// <summary>The elements in the rows' place, where each is of another kind; null where the rows are written.</summary>
    public IReadOnlyList<IHalDocument>? Elements { get; init; }

    /// <summary>How the elements were at the times that were asked for, by id; null when none were.</summary>
    public IReadOnlyDictionary<long, StateComparison<TDto>>? Comparisons { get; init; }

    /// <summary>The groups, when grouped.</summary>
    public IReadOnlyList<GroupResult>? Groups { get; init; }

    /// <summary>The sums over all pages, when asked for.</summary>
    public IReadOnlyList<SumResult>? TotalSums { get; init; }

    /// <summary>Further links of the collection itself.</summary>
    public IReadOnlyList<CollectionLink> Links { get; init; } = [];

    /// <summary>What the collection embeds beside its elements.</summary>
    public IReadOnlyList<NamedDocument> Embeds { get; init; } = [];

    /// <summary>What the collection links, and embeds, as lists.</summary>
    public IReadOnlyList<NamedElements> Lists { get; init; } = [];

    /// <summary>The <c>_type</c>.</summary>
    public string Type { get; init; } = "Collection";

    /// <inheritdoc/>
    public void Accept(IHalDocumentVisitor visitor) => visitor.Visit(this);
}
