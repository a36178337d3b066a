namespace OpenProject.Application.Sessions;

/// <summary>Counts attempts to sign in in the database, so that any number of servers has one count.</summary>
public interface ISignInAttempts
{
    /// <summary>
    /// Counts an attempt as failed before its password is looked at, so that attempts at the same moment do not slip through
    /// together. It takes as long for an account that there is not.
    /// </summary>
    /// <param name="userId">The account; 0 for none.</param>
    /// <param name="most">How many failures in a row block the account.</param>
    /// <param name="since">Failures are forgotten when the last one is older, UTC.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the password may be looked at; false while the account is blocked.</returns>
    Task<bool> BeginAsync(long userId, int most, DateTime since, DateTime now, CancellationToken cancellationToken);

    /// <summary>An attempt was right: the account has no failures. In the caller's transaction.</summary>
    Task ForgetAsync(long userId, CancellationToken cancellationToken);
}
