using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests;

/// <summary>When all tests have run.</summary>
[SetUpFixture]
public sealed class AfterAllTests
{
    /// <summary>Removes what the tests on SQL Server ran on.</summary>
    [OneTimeTearDown]
    public Task SQL_Server_is_stopped() => SqlServerContainer.StopAsync();
}
