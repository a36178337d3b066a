using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Actions;

/// <summary>Reads the actions. They are words, the same for everybody; who may do what is told by capabilities.</summary>
public sealed class ActionService(ResourceReader reader, ActionResource resource)
{
    /// <summary>The actions.</summary>
    public Task<Page<ActionDto>> ListAsync(CollectionQuery query) => reader.ListCodedAsync(resource, query);

    /// <summary>The action of that name; leaves as not found when there is none.</summary>
    public async Task<Document<ActionDto>> FindAsync(string code)
    {
        await reader.Access.GlobalAsync();
        return resource.Find(Uri.UnescapeDataString(code)) is { } found
            ? new Document<ActionDto>(found, reader.Access)
            : throw new ProblemException(new Problem.NotFound());
    }
}
