using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Grids;

namespace OpenProject.Application.Grids;

/// <summary>Lists, reads and writes one's own grids.</summary>
public sealed class GridService(ResourceReader reader, ResourceWriter writer, GridResource resource, GridContract contract, IAggregates<Grid> aggregates)
{
    private WritePlan<Grid, GridDto> Writes => new(resource, contract, aggregates);

    private Grid Blank => Grid.Draft(reader.Access.Viewer.UserId, writer.Now);

    /// <summary>The viewer's grids.</summary>
    public Task<Page<GridDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, within: null, cancellationToken);

    /// <summary>One.</summary>
    public Task<Document<GridDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>Stores a new one.</summary>
    public async Task<Document<GridDto>> CreateAsync(ChangeSet<Grid, GridDto> changes, CancellationToken cancellationToken)
    {
        var created = await writer.CreateAsync(Writes, Blank, changes, cancellationToken);
        return await reader.WrittenAsync(resource, created.Id, cancellationToken);
    }

    /// <summary>Stores changes.</summary>
    public async Task<Document<GridDto>> UpdateAsync(long id, ChangeSet<Grid, GridDto> changes, CancellationToken cancellationToken)
    {
        await writer.UpdateAsync(Writes, id, changes, cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>The form for a new one.</summary>
    public Task<Form<Grid, GridDto>> CreateFormAsync(ChangeSet<Grid, GridDto> changes, CancellationToken cancellationToken) =>
        writer.CreateFormAsync(Writes, Blank, changes, FormLinks.Create(GridResource.Location.Value), cancellationToken);

    /// <summary>The form for changes.</summary>
    public Task<Form<Grid, GridDto>> UpdateFormAsync(long id, ChangeSet<Grid, GridDto> changes, CancellationToken cancellationToken) =>
        writer.UpdateFormAsync(Writes, id, changes, FormLinks.Update(GridResource.Location.Of(id)), cancellationToken);
}
