using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Application.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>A lock of the application on SQL Server, which ends with the transaction. On SQLite the transaction is the turn, as there is one writer.</summary>
internal sealed class SchedulingTurn(OpenProjectDbContext context) : ISchedulingTurn
{
    private const int NotGranted = 50_001;

    /// <summary>Takes the lock, in a transaction; patience is below the usual timeout of a command.</summary>
    public const string Statement =
        """
        DECLARE @granted int;
        EXEC @granted = sp_getapplock @Resource = N'openproject_scheduling', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 20000;
        IF @granted < 0 THROW 50001, N'Others schedule and do not come to an end.', 1;
        """;

    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        if (context is not SqlServerDbContext)
            return;
        try
        {
            await context.Database.ExecuteSqlRawAsync(Statement, cancellationToken);
        }
        catch (SqlException refused) when (refused.Number == NotGranted)
        {
            throw new ProblemException(new Problem.Conflict());
        }
    }
}
