using OpenProject.Testing.Databases;
using OpenProject.Testing.Logs;
using OpenProject.Testing.SqlServer;

namespace OpenProject.Api.Tests;

/// <summary>When all tests have run: SQL Server would have taken whatever they made the services ask, and no log tells a secret.</summary>
[SetUpFixture]
public sealed class AfterAllTests
{
    /// <summary>Checks every distinct statement. A fault fails the run, not a single test.</summary>
    [OneTimeTearDown]
    public async Task Every_statement_is_one_that_SQL_Server_takes()
    {
        if (SqlServerStatements.Recorder.Statements.Count == 0)
            return;

        var faults = await SqlServerStatements.CheckAsync(SqlServerStatements.Recorder);
        await TestContext.Progress.WriteLineAsync($"{SqlServerStatements.Recorder.Statements.Count} statements checked for SQL Server.");
        Assert.That(faults, Is.Empty);
    }

    /// <summary>Nothing that was sent or handed out as a secret stands in any line that any server logged.</summary>
    [OneTimeTearDown]
    public async Task No_secret_is_logged()
    {
        await TestContext.Progress.WriteLineAsync($"{SuiteLog.LineCount} lines of logs searched for {SuiteLog.SecretCount} secrets.");
        Assert.That(SuiteLog.Leaks(), Is.Empty);
    }

    /// <summary>Removes what the tests on SQL Server ran on.</summary>
    [OneTimeTearDown]
    public Task SQL_Server_is_stopped() => SqlServerContainer.StopAsync();
}
