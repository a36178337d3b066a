using OpenProject.Domain.Common;
using OpenProject.Domain.Grids;

namespace OpenProject.Domain.Tests.Grids;

internal sealed class GridTests
{
    private readonly Grid grid = Grid.Draft(DateTime.UnixEpoch);

    [SetUp]
    public void Have_two_rows_and_columns()
    {
        grid.HaveRows(2);
        grid.HaveColumns(2);
    }

    [Test]
    public void Widgets_side_by_side_fit()
    {
        grid.Arrange([At(1, 2, 1, 2), At(1, 2, 2, 3), At(2, 3, 1, 3)]);

        Assert.That(grid.Fits, Is.True);
        Assert.That(grid.Widgets.Select(w => w.Id), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public void Widgets_over_each_other_or_beyond_the_grid_do_not()
    {
        grid.Arrange([At(1, 3, 1, 2), At(2, 3, 1, 2)]);
        Assert.That(grid.Fits, Is.False);
        grid.Arrange([At(1, 4, 1, 2)]);
        Assert.That(grid.Fits, Is.False);
        grid.Arrange([At(1, 2, 1, 4)]);
        Assert.That(grid.Fits, Is.False);
    }

    [Test]
    public void Widgets_keep_their_numbers_and_new_ones_get_others()
    {
        grid.Arrange([At(1, 2, 1, 2), At(1, 2, 2, 3)]);
        grid.Arrange([grid.Widgets[1], At(2, 3, 1, 2), grid.Widgets[1] with { StartRow = 2, EndRow = 3 }, At(1, 2, 1, 2) with { Id = 77 }]);

        Assert.That(grid.Widgets.Select(w => w.Id), Is.EqualTo(new[] { 2, 3, 4, 5 }));
    }

    [TestCase(0, 2, 1, 2)]
    [TestCase(1, 1, 1, 2)]
    [TestCase(1, 2, 0, 2)]
    [TestCase(1, 2, 2, 1)]
    public void A_widget_has_cells(int startRow, int endRow, int startColumn, int endColumn) =>
        Assert.That(() => grid.Arrange([At(startRow, endRow, startColumn, endColumn)]), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("widgets"));

    [Test]
    public void A_widget_has_a_name_and_does_not_keep_too_much()
    {
        Assert.That(() => grid.Arrange([At(1, 2, 1, 2) with { Identifier = " " }]), Throws.TypeOf<BrokenRule>());
        Assert.That(() => grid.Arrange([At(1, 2, 1, 2) with { Options = new string(' ', 20_001) }]), Throws.TypeOf<BrokenRule>());
    }

    [TestCase(0)]
    [TestCase(101)]
    public void A_grid_has_some_rows_and_columns(int count)
    {
        Assert.That(() => grid.HaveRows(count), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("rowCount"));
        Assert.That(() => grid.HaveColumns(count), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("columnCount"));
    }

    [Test]
    public void A_board_has_a_name_and_lists_alone()
    {
        var board = Grid.Board(projectId: 1, " Kanban ", DateTime.UnixEpoch);
        Assert.That((board.Name, board.Page, board.ProjectId, board.UserId), Is.EqualTo(("Kanban", GridPage.Board, (long?)1, (long?)null)));
        Assert.That(() => Grid.Board(projectId: 1, " ", DateTime.UnixEpoch), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("name"));
        Assert.That(() => board.Keep(new string(' ', 20_001)), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("options"));

        board.Arrange([At(1, 2, 1, 2) with { Identifier = Grid.ListWidget }]);
        Assert.That(board.TakesItsWidgets, Is.True);
        board.Arrange([At(1, 2, 1, 2)]);
        Assert.That(board.TakesItsWidgets, Is.False);
        grid.Arrange([At(1, 2, 1, 2)]);
        Assert.That(grid.TakesItsWidgets, Is.True, "other pages may have any");
    }

    [Test]
    public void A_copy_of_a_board_is_like_it_but_for_its_widgets()
    {
        var board = Grid.Board(projectId: 1, "Kanban", DateTime.UnixEpoch);
        board.Keep("""{"type":"free"}""");
        board.HaveColumns(3);
        var copy = board.CopyTo(projectId: 2, [At(1, 2, 1, 2)], DateTime.UnixEpoch.AddDays(1));

        Assert.That((copy.Name, copy.Page, copy.ProjectId, copy.Options, copy.ColumnCount), Is.EqualTo(("Kanban", GridPage.Board, (long?)2, """{"type":"free"}""", 3)));
        Assert.That((copy.Widgets.Count, copy.CreatedAt), Is.EqualTo((1, DateTime.UnixEpoch.AddDays(1))));
    }

    private static GridWidget At(int startRow, int endRow, int startColumn, int endColumn) => new(null, "news", startRow, endRow, startColumn, endColumn, "{}");
}
