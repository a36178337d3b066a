using System.Collections.Frozen;

namespace OpenProject.Application.Resources;

/// <summary>All declarations, found at start-up, sealed and looked up by path or row type.</summary>
public sealed class ResourceRegistry
{
    private readonly FrozenDictionary<string, IResource> byPath;
    private readonly FrozenDictionary<Type, IResource> byDto;

    /// <summary>Seals the declarations.</summary>
    public ResourceRegistry(IEnumerable<IResource> resources)
    {
        All = [.. resources];
        foreach (var resource in All)
            resource.Seal();
        byPath = All.SelectMany(r => r.Paths, KeyValuePair.Create).ToFrozenDictionary(p => p.Value.Value, p => p.Key, StringComparer.Ordinal);
        byDto = All.ToFrozenDictionary(r => r.DtoType);
    }

    /// <summary>Every declaration.</summary>
    public IReadOnlyList<IResource> All { get; }

    /// <summary>The declaration whose resources live there, or null.</summary>
    public IResource? AtPath(ResourcePath path) => byPath.GetValueOrDefault(path.Value);

    /// <summary>The declaration that is written from these rows.</summary>
    public IResource ForDto(Type dto) => byDto[dto];
}
