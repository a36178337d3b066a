using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Users;

namespace OpenProject.Domain.Grids;

/// <summary>How a page is arranged: one's own, or a board of a project, whose widgets are lists of work packages.</summary>
public sealed class Grid : AggregateRoot, ITimestamped, IContent
{
    /// <summary>The only kind of widget that boards have: the work packages of a query.</summary>
    public const string ListWidget = "work_package_query";

    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    /// <summary>Longest options, in characters of JSON.</summary>
    public const int OptionsLimit = 20_000;

    /// <summary>Most rows, and most columns.</summary>
    public const int MostCells = 100;

    /// <summary>Most widgets.</summary>
    public const int MostWidgets = 100;

    private Grid()
    {
    }

    /// <summary>Which kind of page it arranges; 0 until it is said.</summary>
    public GridPage Page { get; private set; }

    /// <summary>Whose page it is; null for those of projects.</summary>
    public long? UserId { get; private set; }

    /// <summary>Whose page it is; for queries only.</summary>
    public User? User { get; private set; }

    /// <summary>The project that the page belongs to; null for pages of one's own.</summary>
    public long? ProjectId { get; private set; }

    /// <summary>The project; for queries only.</summary>
    public Project? Project { get; private set; }

    /// <summary>What a board is called; null for pages that have no name.</summary>
    public string? Name { get; private set; }

    /// <summary>What the client keeps with it: a JSON object, of which boards tell their type and attribute.</summary>
    public string Options { get; private set; } = "{}";

    /// <summary>The number of rows.</summary>
    public int RowCount { get; private set; } = 1;

    /// <summary>The number of columns.</summary>
    public int ColumnCount { get; private set; } = 1;

    /// <summary>What is shown where.</summary>
    public IReadOnlyList<GridWidget> Widgets { get; private set; } = [];

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Whether no widget leaves the grid and none covers another one.</summary>
    public bool Fits => Widgets.All(w => w.EndRow <= RowCount + 1 && w.EndColumn <= ColumnCount + 1)
        && !Widgets.Where((w, i) => Widgets.Skip(i + 1).Any(w.Overlaps)).Any();

    /// <summary>Whether its page may have such widgets.</summary>
    public bool TakesItsWidgets => Page != GridPage.Board || Widgets.All(w => w.Identifier == ListWidget);

    /// <summary>A grid of one cell whose page has still to be said.</summary>
    public static Grid Draft(DateTime now) => new() { CreatedAt = now, UpdatedAt = now };

    /// <summary>A board without any list.</summary>
    /// <exception cref="BrokenRule">Blank or too long name.</exception>
    public static Grid Board(long projectId, string name, DateTime now)
    {
        var board = Draft(now);
        board.BelongTo(projectId);
        board.Rename(TextRule.Required(name, "name", "Name", NameLimit));
        return board;
    }

    /// <summary>The like of a board in another project.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="widgets">What it shows there.</param>
    /// <param name="now">When, UTC.</param>
    public Grid CopyTo(long projectId, IReadOnlyList<GridWidget> widgets, DateTime now) => new()
    {
        Page = Page,
        ProjectId = projectId,
        Name = Name,
        Options = Options,
        RowCount = RowCount,
        ColumnCount = ColumnCount,
        Widgets = widgets,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Arranges the page that a user has for himself.</summary>
    public void ServeUser(long userId) => (Page, UserId) = (GridPage.MyPage, userId);

    /// <summary>Becomes a board of a project.</summary>
    public void BelongTo(long projectId) => (Page, ProjectId) = (GridPage.Board, projectId);

    /// <summary>Gives it another name, or none.</summary>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void Rename(string? name) => Name = TextRule.Optional(name, "name", "Name", NameLimit);

    /// <summary>Keeps what a client wants to.</summary>
    /// <param name="options">A JSON object.</param>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void Keep(string options) => Options = options.Length <= OptionsLimit
        ? options
        : throw new BrokenRule("options", $"Options are too long (maximum is {OptionsLimit} characters).");

    /// <summary>Has so many rows.</summary>
    /// <exception cref="BrokenRule">None, or too many.</exception>
    public void HaveRows(int count) => RowCount = Count(count, "rowCount", "Row count");

    /// <summary>Has so many columns.</summary>
    /// <exception cref="BrokenRule">None, or too many.</exception>
    public void HaveColumns(int count) => ColumnCount = Count(count, "columnCount", "Column count");

    /// <summary>Shows these widgets and no others. Those that it has shown keep their numbers, others get new ones.</summary>
    /// <exception cref="BrokenRule">Too many, or one that has no name, no cell, or too much to keep.</exception>
    public void Arrange(IReadOnlyList<GridWidget> widgets)
    {
        if (widgets.Count > MostWidgets)
            throw new BrokenRule("widgets", $"Widgets are too many (maximum is {MostWidgets}).");
        if (widgets.Any(w => string.IsNullOrWhiteSpace(w.Identifier) || w.Identifier.Length > GridWidget.IdentifierLimit))
            throw new BrokenRule("widgets", $"Widgets need an identifier of at most {GridWidget.IdentifierLimit} characters.");
        if (widgets.Any(w => w.Options.Length > OptionsLimit))
            throw new BrokenRule("widgets", $"Widgets have options that are too long (maximum is {OptionsLimit} characters).");
        if (widgets.Any(w => w.StartRow < 1 || w.StartColumn < 1 || w.EndRow <= w.StartRow || w.EndColumn <= w.StartColumn))
            throw new BrokenRule("widgets", "Widgets must begin in a row and a column of the grid and end behind them.");
        var known = Widgets.Select(w => w.Id).ToHashSet();
        var (kept, last) = (new HashSet<long?>(), Widgets.Max(w => w.Id) ?? 0);
        Widgets = [.. widgets.Select(w => known.Contains(w.Id) && kept.Add(w.Id) ? w : w with { Id = ++last })];
    }

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;

    private static int Count(int count, string member, string label) => count is >= 1 and <= MostCells
        ? count
        : throw new BrokenRule(member, count < 1 ? $"{label} must be greater than 0." : $"{label} must be less than or equal to {MostCells}.");
}
