using OpenProject.Application.Resources;

namespace OpenProject.Application.Writes;

/// <summary>Reads changes that were stored as clients send them, and writes them so.</summary>
public interface IStoredChanges
{
    /// <summary>The changes of a JSON object; leaves as malformed when it is none.</summary>
    /// <param name="json">The text.</param>
    /// <param name="lockVersion">The state that the writer saw; null when not known.</param>
    ChangeSet<TEntity, TDto> Read<TEntity, TDto>(string json, int? lockVersion = null)
        where TEntity : class
        where TDto : class, IResourceDto;

    /// <summary>The members of a JSON object that say nothing of such a resource; leaves as malformed when it is none.</summary>
    /// <param name="json">The text.</param>
    IReadOnlyList<string> UnknownIn<TEntity, TDto>(string json)
        where TEntity : class
        where TDto : class, IResourceDto;

    /// <summary>The payload of a form, to be read later: what the resource shall be.</summary>
    string Write<TEntity, TDto>(Form<TEntity, TDto> form)
        where TEntity : class
        where TDto : class, IResourceDto;
}
