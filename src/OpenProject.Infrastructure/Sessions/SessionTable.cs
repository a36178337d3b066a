using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OpenProject.Application.Common;
using OpenProject.Application.Sessions;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Sessions;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Sessions;

/// <summary>The rows of sessions.</summary>
internal sealed partial class SessionTable(OpenProjectDbContext context, WriteGate gate, ILogger<SessionTable> logger) : ISessions
{
    public async Task<SessionRow?> FindAliveAsync(string tokenHash, DateTime usedSince, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Set<Session>()
                .Where(s => s.TokenHash == tokenHash && s.LastUsedAt > usedSince && s.Generation == s.User.SessionGeneration)
                .Where(s => s.User.Kind == PrincipalKind.User && s.User.Status == UserStatus.Active && !s.User.ForcePasswordChange)
                .Select(s => new SessionRow(s.Id, s.LastUsedAt, s.UserId, s.User.Name, s.User.Admin))
                .FirstOrDefaultAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is DbException || exception.InnerException is DbException)
        {
            Unanswered(logger, exception);
            throw new ProblemException(new Problem.Unavailable());
        }
    }

    public async Task NoteUseAsync(long sessionId, DateTime usedAt, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await context.Set<Session>().Where(session => session.Id == sessionId && session.LastUsedAt < usedAt)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastUsedAt, usedAt), cancellationToken);
    }

    public Task EndAsync(long userId, DateTime? usedBefore, CancellationToken cancellationToken) =>
        context.Set<Session>().Where(session => session.UserId == userId && (usedBefore == null || session.LastUsedAt < usedBefore))
            .ExecuteDeleteAsync(cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database could not tell whose session it is.")]
    private static partial void Unanswered(ILogger logger, Exception exception);
}
