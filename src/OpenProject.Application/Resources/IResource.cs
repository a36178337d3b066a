using OpenProject.Application.Permissions;
using OpenProject.Application.Queries;

namespace OpenProject.Application.Resources;

/// <summary>What can be asked of any resource's declaration without knowing its types.</summary>
public interface IResource
{
    /// <summary>The <c>_type</c>, e.g. <c>WorkPackage</c>.</summary>
    string Type { get; }

    /// <summary>Where the resources live.</summary>
    ResourcePath Path { get; }

    /// <summary>All paths whose hrefs lead to its resources; one declaration may serve several kinds.</summary>
    IReadOnlyList<ResourcePath> Paths { get; }

    /// <summary>The aggregate that requests write.</summary>
    Type EntityType { get; }

    /// <summary>The row that bodies are written from.</summary>
    Type DtoType { get; }

    /// <summary>Rejects a declaration that contradicts itself; called once at start-up.</summary>
    void Seal();

    /// <summary>Calls back with the declaration's exact types.</summary>
    TResult Accept<TResult>(IResourceVisitor<TResult> visitor);

    /// <summary>Whether a resource exists and the viewer may see it.</summary>
    Task<bool> IsVisibleAsync(ResourceReader reader, long id, CancellationToken cancellationToken);

    /// <summary>The visible ones of these resources, ready to be embedded, by id; one statement.</summary>
    Task<IReadOnlyDictionary<long, IHalDocument>> LoadAsync(
        ResourceReader reader, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>The resource of that code, ready to be embedded; null for kinds that have numbers, or when there is none.</summary>
    IHalDocument? FindCoded(string code, Access access);

    /// <summary>The visible ones of these resources as links name them, by id; one statement.</summary>
    Task<IReadOnlyDictionary<long, Reference>> ReferencesAsync(
        ResourceReader reader, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>The titles of these resources by id, whoever asks (a link to a resource tells its title); one statement.</summary>
    Task<IReadOnlyDictionary<long, string?>> TitlesAsync(
        ResourceReader reader, IReadOnlyCollection<long> ids, CancellationToken cancellationToken);
}
