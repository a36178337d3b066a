using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.News;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.News;

/// <summary>Lists, reads and writes news.</summary>
public sealed class NewsService(
    ResourceReader reader, ResourceWriter writer, NewsResource resource, NewsContract contract, IAggregates<NewsItem> aggregates, IUnitOfWork unitOfWork)
{
    private WritePlan<NewsItem, NewsDto> Writes { get; } = new(resource, contract, aggregates);

    /// <summary>The news that the viewer may see.</summary>
    public Task<Page<NewsDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, within: null, cancellationToken);

    /// <summary>The visible news in whose headline, summary or text every word occurs.</summary>
    public Task<Page<NewsDto>> SearchAsync(string words, CollectionQuery query, CancellationToken cancellationToken) =>
        reader.SearchAsync(resource, query, words, [n => n.Title, n => n.Summary, n => n.Description], cancellationToken);

    /// <summary>One piece of news.</summary>
    public Task<Document<NewsDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>Stores news, whose author is the viewer.</summary>
    public async Task<Document<NewsDto>> CreateAsync(ChangeSet<NewsItem, NewsDto> changes, CancellationToken cancellationToken)
    {
        var created = await writer.CreateAsync(Writes, NewsItem.Draft(reader.Access.Viewer.UserId, writer.Now), changes, cancellationToken);
        return await reader.WrittenAsync(resource, created.Id, cancellationToken);
    }

    /// <summary>Stores changes.</summary>
    public async Task<Document<NewsDto>> UpdateAsync(long id, ChangeSet<NewsItem, NewsDto> changes, CancellationToken cancellationToken)
    {
        await writer.UpdateAsync(Writes, id, changes, cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>Removes news.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        var (news, row) = await writer.TakeAsync(Writes, id, cancellationToken);
        if (!reader.Access.In(row.ProjectId).Contains(Permission.ManageNews))
            throw new ProblemException(new Problem.Forbidden());
        aggregates.Remove(news);
        await unitOfWork.SaveAsync(cancellationToken);
    }
}
