using OpenProject.SqlServerCheck;
using OpenProject.Testing.SqlServer;

namespace OpenProject.Infrastructure.Tests.SqlServer;

internal sealed class StatementCheckTests
{
    private static readonly StatementCheck Check = new(RecordingContext.CreateScript);

    [Test]
    public void The_schema_is_one_that_SQL_Server_takes() => Assert.That(Check.CheckSchema(), Is.Empty);

    [TestCase("SELECT [w].[subject] FROM [work_packages] AS [w] WHERE [w].[id] = @id", "@id bigint")]
    [TestCase("SELECT [w].[id] FROM [work_packages] AS [w] WHERE [w].[id] IN (SELECT [i].[value] FROM OPENJSON(@ids) WITH ([value] bigint '$') AS [i])", "@ids nvarchar(max)")]
    [TestCase("UPDATE work_packages SET parent_id = parent_id WHERE id IN (SELECT ancestor_id FROM work_package_hierarchies)", "")]
    [TestCase("DELETE FROM [w] FROM [work_packages] AS [w] WHERE [w].[id] = 1; SELECT @@ROWCOUNT;", "")]
    public void A_sound_statement_passes(string text, string parameters) =>
        Assert.That(Check.Check([new Statement(text, parameters)]), Is.Empty);

    [TestCase("SELECT [w].[title] FROM [work_packages] AS [w]", "", "title", TestName = "A wrong column")]
    [TestCase("SELECT title FROM work_packages", "", "title", TestName = "A wrong column without an alias")]
    [TestCase("SELECT [w].[id] FROM [workpackages] AS [w]", "", "workpackages", TestName = "A wrong table")]
    [TestCase("SELECT [x].[id] FROM [work_packages] AS [w]", "", "[x]", TestName = "A wrong alias")]
    [TestCase("UPDATE work_packages SET title = 1", "", "title", TestName = "A wrong column that is set")]
    [TestCase("INSERT INTO work_packages (title) VALUES (1)", "", "title", TestName = "A wrong column that is inserted")]
    [TestCase("DELETE FROM workpackages WHERE id = 1", "", "workpackages", TestName = "A wrong table that is deleted from")]
    [TestCase("SELECT id FROM work_packages WHERE id IN (SELECT title FROM statuses)", "", "title", TestName = "A wrong column inside")]
    [TestCase("SELECT id FROM work_packages WHERE id = @id", "", "@id", TestName = "A parameter that is not declared")]
    [TestCase("SELECT id FROM work_packages LIMIT 1", "", "LIMIT", TestName = "Another dialect")]
    public void A_wrong_one_is_caught(string text, string parameters, string name)
    {
        var faults = Check.Check([new Statement("SELECT 1 AS one", ""), new Statement(text, parameters)]);

        Assert.That(faults, Is.Not.Empty);
        Assert.That(faults, Has.All.Contains(name).And.All.Contains(text));
    }
}
