namespace OpenProject.Domain.Grids;

/// <summary>The kinds of pages that a grid arranges; those of a draft that has none yet are 0.</summary>
public enum GridPage
{
    /// <summary>The page that everybody has for himself.</summary>
    MyPage = 1,

    /// <summary>A board of a project, which has any number of them.</summary>
    Board = 2,
}
