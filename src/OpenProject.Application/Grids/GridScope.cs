using OpenProject.Domain.Grids;

namespace OpenProject.Application.Grids;

/// <summary>Where a page is, as the scope of its grid names it: <c>/my/page</c>, or <c>/projects/{id or identifier}/boards</c>.</summary>
/// <param name="Page">The kind of page.</param>
/// <param name="Project">The id or the identifier of its project; null for pages of one's own.</param>
public sealed record GridScope(GridPage Page, string? Project)
{
    private const string MyPage = "/my/page";
    private const string Projects = "/projects/";
    private const string Boards = "/boards";

    /// <summary>The id of the project; -1, which none has, where it is named otherwise.</summary>
    public long ProjectId => long.TryParse(Project, System.Globalization.NumberStyles.None, null, out var id) ? id : -1;

    /// <summary>The path.</summary>
    public string Path => Page == GridPage.MyPage ? MyPage : Projects + Project + Boards;

    /// <summary>What a path names; null for pages that have no grid.</summary>
    public static GridScope? Parse(string path)
    {
        if (path == MyPage)
            return new GridScope(GridPage.MyPage, null);
        if (!path.StartsWith(Projects, StringComparison.Ordinal) || !path.EndsWith(Boards, StringComparison.Ordinal) || path.Length <= Projects.Length + Boards.Length)
            return null;
        var project = Uri.UnescapeDataString(path[Projects.Length..^Boards.Length]);
        return project.Contains('/') ? null : new GridScope(GridPage.Board, project);
    }
}
