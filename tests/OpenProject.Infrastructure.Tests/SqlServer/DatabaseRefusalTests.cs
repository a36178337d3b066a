using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing.SqlServer;

namespace OpenProject.Infrastructure.Tests.SqlServer;

/// <summary>What SQL Server answers a refused save with, in the API's terms.</summary>
internal sealed class DatabaseRefusalTests
{
    [Test]
    public void A_taken_value_is_named_by_its_index()
    {
        var problem = ProblemOf(2601, "Cannot insert duplicate key row in object 'dbo.principals' with unique index 'IX_principals_login'. The duplicate key value is (o'neil).");

        var error = ((Problem.Invalid)problem!).Errors.Single();
        Assert.That((error.Attribute, error.Message), Is.EqualTo(("login", "Login has already been taken.")));
    }

    [TestCase(2601, "Cannot insert duplicate key row in object 'dbo.work_package_journals' with unique index 'IX_work_package_journals_work_package_id_version'. The duplicate key value is (1, 2).")]
    [TestCase(2627, "Violation of PRIMARY KEY constraint 'PK_favorites'. Cannot insert duplicate key in object 'dbo.favorites'. The duplicate key value is (1, 2).")]
    [TestCase(547, "The DELETE statement conflicted with the REFERENCE constraint \"FK_work_packages_statuses_status_id\".")]
    public void Who_came_second_meets_a_conflict(int number, string message)
    {
        Assert.That(ProblemOf(number, message), Is.InstanceOf<Problem.Conflict>());
    }

    [Test]
    public void Any_other_fault_is_ours()
    {
        Assert.That(ProblemOf(2628, "String or binary data would be truncated."), Is.Null);
    }

    [Test]
    public void A_deadlock_is_known_by_itself_and_inside_of_a_save()
    {
        var deadlock = SqlErrors.Of(1205, "Transaction (Process ID 61) was deadlocked on lock resources with another process.");

        Assert.That(DatabaseRefusal.IsDeadlock(deadlock), Is.True);
        Assert.That(DatabaseRefusal.IsDeadlock(new DbUpdateException("x", deadlock)), Is.True);
        Assert.That(DatabaseRefusal.IsDeadlock(SqlErrors.Of(2601, "x")), Is.False);
    }

    private static Problem? ProblemOf(int number, string message)
    {
        using var context = RecordingContext.Open(new CommandRecorder());
        return DatabaseRefusal.ProblemOf(new DbUpdateException("x", SqlErrors.Of(number, message)), context.Model);
    }
}
