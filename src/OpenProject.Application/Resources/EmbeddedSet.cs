namespace OpenProject.Application.Resources;

/// <summary>The linked resources that an answer embeds, loaded with one statement a kind.</summary>
public sealed class EmbeddedSet
{
    private readonly Dictionary<ResourcePath, IReadOnlyDictionary<long, IHalDocument>> kinds = [];
    private readonly Dictionary<(ResourcePath Path, string Code), IHalDocument> coded = [];
    private readonly List<NamedDocument> named = [];

    /// <summary>What the body embeds beside the targets of its links.</summary>
    public IReadOnlyList<NamedDocument> Named => named;

    /// <summary>Adds the loaded resources of one kind.</summary>
    public void Add(ResourcePath path, IReadOnlyDictionary<long, IHalDocument> documents) => kinds[path] = documents;

    /// <summary>Adds a resource that has a code.</summary>
    public void Add(ResourcePath path, string code, IHalDocument document) => coded[(path, code)] = document;

    /// <summary>Adds what stands under a name of its own.</summary>
    public void Add(NamedDocument document) => named.Add(document);

    /// <summary>The resource that a link leads to, or null when it is not visible.</summary>
    public IHalDocument? Find(Reference reference) => reference.Code is { } code
        ? coded.GetValueOrDefault((reference.Path, code))
        : kinds.TryGetValue(reference.Path, out var documents) ? documents.GetValueOrDefault(reference.Id) : null;
}
