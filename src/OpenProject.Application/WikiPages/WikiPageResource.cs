using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Domain.WikiPages;

namespace OpenProject.Application.WikiPages;

/// <summary>Pages of wikis (<c>/api/v3/wiki_pages</c>, contract component <c>Wiki_PageModel</c>).</summary>
public sealed class WikiPageResource : ProjectContentResource<WikiPage, WikiPageDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public WikiPageResource()
        : base(Kind, ContentRights.WikiPages)
    {
        Property("title", p => p.Title).Required();
        DeclareSurroundings();
    }

    /// <inheritdoc/>
    public static ResourcePath Location => ContentRights.WikiPages.Path;

    /// <inheritdoc/>
    public static string Kind => "WikiPage";
}
