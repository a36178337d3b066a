using OpenProject.Application.Common;
using OpenProject.Application.Users;
using OpenProject.Domain.Common;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Sessions;

/// <summary>Signs people in by login and password.</summary>
public sealed class SignInService(
    CredentialService credentials, ISignInAttempts attempts, PasswordService passwords, SessionService sessions, IUnitOfWork unitOfWork)
{
    /// <summary>Begins a session, unless the password is wrong or must be changed first.</summary>
    /// <param name="login">The login, whatever its case.</param>
    /// <param name="password">The password.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Admission> SignInAsync(string? login, string? password, CancellationToken cancellationToken)
    {
        if (await credentials.RecognizeAsync(login, password, cancellationToken) is not { } user)
            return new Admission.Refused();
        if (user.ForcePasswordChange)
            return new Admission.PasswordChangeNeeded();
        return await BeginAsync(user, cancellationToken);
    }

    /// <summary>Changes the password of whoever knows the present one, which ends his sessions, and begins a new session.</summary>
    /// <param name="login">The login, whatever its case.</param>
    /// <param name="password">The present password.</param>
    /// <param name="newPassword">The new one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BrokenRule">The new password is too short, too long, or the present one.</exception>
    public async Task<Admission> ChangePasswordAsync(string? login, string? password, string? newPassword, CancellationToken cancellationToken)
    {
        if (await credentials.RecognizeAsync(login, password, cancellationToken) is not { } user)
            return new Admission.Refused();
        if (newPassword == password)
            throw new BrokenRule("password", "The new password must not be the present one.");
        passwords.Give(user, newPassword ?? "", mustChange: false);
        return await BeginAsync(user, cancellationToken);
    }

    private async Task<Admission> BeginAsync(User user, CancellationToken cancellationToken)
    {
        var token = "";
        await unitOfWork.InTransactionAsync(
            async transaction =>
            {
                await attempts.ForgetAsync(user.Id, transaction);
                token = await sessions.BeginAsync(user, transaction);
                await unitOfWork.SaveAsync(transaction);
            },
            cancellationToken);
        return new Admission.Begun(token, new Viewer(user.Id, user.Name, user.Admin, IsAnonymous: false));
    }
}
