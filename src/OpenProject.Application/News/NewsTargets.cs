using OpenProject.Application.Resources;
using OpenProject.Domain.News;
using OpenProject.Domain.Projects;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.News;

/// <summary>What the links of news may lead to.</summary>
public sealed class NewsTargets
{
    /// <summary>Projects with news where the writer manages them.</summary>
    public AllowedValues<NewsItem, NewsDto> Projects { get; } = new AllowedAt<NewsItem, NewsDto>(
        _ => null,
        (draft, store) =>
        {
            var projects = draft.Access.ProjectsWith(Permission.ManageNews);
            return store.Rows<Project>().Where(p => projects.Contains(p.Id)).Select(p => p.Id);
        });
}
