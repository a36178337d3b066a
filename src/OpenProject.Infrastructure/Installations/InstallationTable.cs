using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OpenProject.Application.Common;
using OpenProject.Application.Installations;
using OpenProject.Domain.Common;
using OpenProject.Domain.Installations;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Installations;

/// <summary>
/// The row of the installation. It is inserted by a statement that does nothing where there is one, never after a look
/// of our own: between look and insert another process may have been there.
/// </summary>
internal sealed partial class InstallationTable(OpenProjectDbContext context, ILogger<InstallationTable> logger) : IInstallations
{
    public async Task<Installation?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(() => context.Set<Installation>()
                .FromSql($"select id, uuid from installation where id = {Installation.OnlyId} and uuid <> ''")
                .SingleOrDefaultAsync(cancellationToken));
        }
        catch (BrokenRule damaged)
        {
            throw new StartRefused(
                $"The stored UUID of the installation is damaged: {damaged.Message} Restore it from a backup, or make this a new installation with the verb 'installation renew'.",
                damaged);
        }
    }

    public Task RegisterAsync(Installation candidate, CancellationToken cancellationToken)
    {
        var uuid = candidate.Uuid.ToString();
        return AskAsync(() => context.Database.IsSqlite()
            ? context.Database.ExecuteSqlAsync(
                $"""
                insert into installation (id, uuid) values ({Installation.OnlyId}, {uuid})
                on conflict (id) do update set uuid = excluded.uuid where installation.uuid = ''
                """,
                cancellationToken)
            : context.Database.ExecuteSqlAsync(
                $"""
                insert into installation (id, uuid) select {Installation.OnlyId}, {uuid}
                where not exists (select 1 from installation with (updlock, holdlock) where id = {Installation.OnlyId});
                update installation set uuid = {uuid} where id = {Installation.OnlyId} and uuid = '';
                """,
                cancellationToken));
    }

    public async Task ReplaceAsync(Installation installation, CancellationToken cancellationToken)
    {
        await RegisterAsync(installation, cancellationToken);
        var uuid = installation.Uuid.ToString();
        await AskAsync(() => context.Database.ExecuteSqlAsync(
            $"update installation set uuid = {uuid} where id = {Installation.OnlyId}", cancellationToken));
    }

    private async Task<T> AskAsync<T>(Func<Task<T>> question)
    {
        try
        {
            return await question();
        }
        catch (Exception exception) when (exception is DbException || exception.InnerException is DbException)
        {
            Unanswered(logger, exception);
            throw new ProblemException(new Problem.Unavailable());
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database could not tell which installation this is.")]
    private static partial void Unanswered(ILogger logger, Exception exception);
}
