using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Testing.Databases;

/// <summary>
/// Runs a fixture once on SQLite and once on SQL Server; its constructor takes the <see cref="DatabaseProvider"/>.
/// Without a SQL Server the second run is left out before anything of it is made, with the reason at each test; where one is
/// required, it fails.
/// <code>
/// [OnEachDatabase]
/// public sealed class StatusTests(DatabaseProvider provider)
/// </code>
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnEachDatabaseAttribute() : TestFixtureSourceAttribute(typeof(DatabaseProviders)), IApplyToContext
{
    private static int told;

    /// <inheritdoc/>
    public void ApplyToContext(TestExecutionContext context)
    {
        if (!context.CurrentTest.Arguments.Contains(DatabaseProvider.SqlServer) || SqlServerContainer.Absence is not { } reason)
            return;
        if (SqlServerContainer.IsRequired)
            Assert.Fail($"REQUIRE_SQLSERVER is set. {reason}");

        // The console names skipped tests without their reason.
        if (Interlocked.Exchange(ref told, 1) == 0)
            TestContext.Error.WriteLine($"The tests on SQL Server are skipped. {reason}");
        Assert.Ignore(reason);
    }
}
