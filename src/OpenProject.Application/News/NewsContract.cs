using OpenProject.Application.Writes;
using OpenProject.Domain.News;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.News;

/// <summary>Who may write news.</summary>
public sealed class NewsContract : Contract<NewsItem, NewsDto>
{
    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<NewsItem, NewsDto> draft, CancellationToken cancellationToken) =>
        AllowInAsync(draft, draft.Entity.ProjectId, Permission.ManageNews, cancellationToken);
}
