using OpenProject.Application.Principals;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Domain.News;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.News;

/// <summary>News (<c>/api/v3/news</c>, contract component <c>NewsModel</c>).</summary>
public sealed class NewsResource : Resource<NewsItem, NewsDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public NewsResource(NewsTargets targets)
        : base(Kind, Location, n => n.Id, n => n.Title)
    {
        TitledBy(n => n.Title);
        InProject(n => n.ProjectId, n => n.ProjectId);
        VisibleInProject(n => n.ProjectId, Permission.ViewNews);
        Property("id", n => n.Id);
        Property("title", n => n.Title).Required().Length(1, NewsItem.TitleLimit).Write((n, value) => n.Headline(value));
        Property("summary", n => n.Summary).Length(0, NewsItem.SummaryLimit).Write((n, value) => n.Summarize(value));
        Property("description", n => new Formattable(n.Description, n.DescriptionHtml)).Write((n, value) => n.Describe(value.Raw, value.Html));
        Property("createdAt", n => n.CreatedAt);
        Link("project", "Project", WorkspacePaths.All, n => WorkspacePaths.Link(n.ProjectId, n.ProjectName, n.ProjectKind)).Required().Embedded()
            .WriteId((n, id) => n.TellIn(id)).AllowedAre(targets.Projects);
        Link("author", "User", [PrincipalPaths.Users], n => PrincipalPaths.Link(n.AuthorId, n.AuthorName, n.AuthorKind)).Embedded();
        Action("updateImmediately", "patch", Location.Value + "/{id}").Needs(Permission.ManageNews);
        Action("delete", "delete", Location.Value + "/{id}").Needs(Permission.ManageNews);
        Filter(new ListFilter<NewsItem>("project_id", ListKind.Required, n => n.ProjectId));
        Sort("created_at", n => n.CreatedAt);
        OrderedBy("created_at", descending: true);
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/news");

    /// <inheritdoc/>
    public static string Kind => "News";
}
