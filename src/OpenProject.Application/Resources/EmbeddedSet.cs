namespace OpenProject.Application.Resources;

/// <summary>The linked resources that an answer embeds, loaded with one statement a kind.</summary>
public sealed class EmbeddedSet
{
    private readonly Dictionary<ResourcePath, IReadOnlyDictionary<long, IHalDocument>> kinds = [];

    /// <summary>Adds the loaded resources of one kind.</summary>
    public void Add(ResourcePath path, IReadOnlyDictionary<long, IHalDocument> documents) => kinds[path] = documents;

    /// <summary>The resource that a link leads to, or null when it is not visible.</summary>
    public IHalDocument? Find(Reference reference) =>
        kinds.TryGetValue(reference.Path, out var documents) ? documents.GetValueOrDefault(reference.Id) : null;
}
