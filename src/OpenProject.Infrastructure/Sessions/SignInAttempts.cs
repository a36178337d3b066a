using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Sessions;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Sessions;

/// <summary>Counts in the user's row: one statement looks and counts.</summary>
internal sealed class SignInAttempts(OpenProjectDbContext context, WriteGate gate) : ISignInAttempts
{
    public async Task<bool> BeginAsync(long userId, int most, DateTime since, DateTime now, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        var counted = await context.Set<User>()
            .Where(user => user.Id == userId && (user.FailedSignIns < most || user.LastFailedSignInAt <= since))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(user => user.FailedSignIns, user => user.LastFailedSignInAt <= since ? 1 : user.FailedSignIns + 1)
                    .SetProperty(user => user.LastFailedSignInAt, now),
                cancellationToken);

        // The clock of whoever guesses must not tell accounts that are blocked, or are not, by a write that is missing.
        if (counted == 0)
            await context.Set<AnonymousUser>().ExecuteUpdateAsync(set => set.SetProperty(user => user.LastFailedSignInAt, now), cancellationToken);
        return counted > 0;
    }

    public Task ForgetAsync(long userId, CancellationToken cancellationToken) =>
        context.Set<User>().Where(user => user.Id == userId && user.FailedSignIns > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.FailedSignIns, 0), cancellationToken);
}
