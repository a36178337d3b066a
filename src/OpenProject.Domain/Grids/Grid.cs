using OpenProject.Domain.Common;
using OpenProject.Domain.Users;

namespace OpenProject.Domain.Grids;

/// <summary>How a user has arranged a page of his own.</summary>
public sealed class Grid : AggregateRoot, ITimestamped, IContent
{
    /// <summary>The page that everybody has for himself.</summary>
    public const string MyPage = "/my/page";

    /// <summary>Longest path of a page.</summary>
    public const int ScopeLimit = 100;

    /// <summary>Most rows, and most columns.</summary>
    public const int MostCells = 100;

    /// <summary>Most widgets.</summary>
    public const int MostWidgets = 100;

    private Grid()
    {
    }

    /// <summary>Whose it is.</summary>
    public long UserId { get; private set; }

    /// <summary>Whose it is; for queries only.</summary>
    public User User { get; private set; } = null!;

    /// <summary>The page: its path; empty until it is said.</summary>
    public string Scope { get; private set; } = "";

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

    /// <summary>A grid of one cell whose page has still to be said.</summary>
    public static Grid Draft(long userId, DateTime now) => new() { UserId = userId, CreatedAt = now, UpdatedAt = now };

    /// <summary>Puts it on a page.</summary>
    public void PutOn(string scope) => Scope = scope;

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
        if (widgets.Any(w => w.Options.Length > GridWidget.OptionsLimit))
            throw new BrokenRule("widgets", $"Widgets have options that are too long (maximum is {GridWidget.OptionsLimit} characters).");
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
