using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Users;
using OpenProject.Domain.Common;
using OpenProject.Domain.OAuthApplications;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Application.OAuthApplications;

/// <summary>
/// The applications that may ask for access, for administrators only. What it changes about access takes effect at once in
/// this process and within a second in others.
/// </summary>
public sealed class OAuthApplicationService(
    ResourceReader reader,
    OAuthApplicationResource resource,
    IAggregates<OAuthApplication> applications,
    IOAuthClients clients,
    BuiltinViewerService builtin,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    /// <summary>The most applications that register themselves in a day, from wherever they come.</summary>
    public const int MostStrangersADay = 1000;

    private static readonly TimeSpan SomeTime = TimeSpan.FromHours(1);

    /// <summary>All of them, by name.</summary>
    /// <exception cref="ProblemException">The viewer is no administrator.</exception>
    public async Task<IReadOnlyList<OAuthApplicationDto>> ListAsync(CancellationToken cancellationToken)
    {
        RequireAdministrator();
        var documents = await reader.DocumentsAsync(resource, reader.Visible(resource).OrderBy(a => a.Name).ThenBy(a => a.Id), cancellationToken);
        return [.. documents.Select(document => document.Dto)];
    }

    /// <summary>One of them.</summary>
    /// <exception cref="ProblemException">There is none, or the viewer is no administrator.</exception>
    public Task<Document<OAuthApplicationDto>> FindAsync(long id, CancellationToken cancellationToken)
    {
        RequireAdministrator();
        return reader.FindAsync(resource, id, cancellationToken);
    }

    /// <summary>One that has just been made, with its secret.</summary>
    internal async Task<Document<OAuthApplicationDto>> FindAsync(long id, string? secret, CancellationToken cancellationToken)
    {
        var document = await FindAsync(id, cancellationToken);
        document.Dto.ClientSecret = secret;
        return document;
    }

    /// <summary>Registers one; the viewer is its owner.</summary>
    /// <returns>Its client id and, when it is confidential, its secret.</returns>
    /// <exception cref="ProblemException">What was said is no good, attribute by attribute, or the viewer is no administrator.</exception>
    public Task<OAuthApplicationSecret> CreateAsync(OAuthApplicationDraft draft, CancellationToken cancellationToken)
    {
        RequireAdministrator();
        return RegisterAsync(draft, reader.Access.Viewer.UserId, cancellationToken);
    }

    /// <summary>Registers one that belongs to somebody. Whoever calls it has asked whether that may be done.</summary>
    /// <exception cref="ProblemException">What was said is no good, attribute by attribute.</exception>
    internal async Task<OAuthApplicationSecret> RegisterAsync(OAuthApplicationDraft draft, long ownerId, CancellationToken cancellationToken)
    {
        var application = OAuthApplication.Register(OAuthApplicationSecrets.NewText(), draft.Confidential, ownerId, clock.GetUtcNow().UtcDateTime);
        await ApplyAsync(application, draft, cancellationToken);
        applications.Add(application);
        var secret = draft.Confidential ? OAuthApplicationSecrets.NewText() : null;
        await SaveAsync(cancellation => clients.KeepAsync(application, secret, cancellation), cancellationToken);
        return new OAuthApplicationSecret(application.Id, application.ClientId, secret);
    }

    /// <summary>Registers one for a builtin user, which the server keeps: people may disable it and no more. It comes for itself alone.</summary>
    /// <param name="userId">As whom it acts.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="scope">What it may ask for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemException">What was said is no good, or the viewer is no administrator.</exception>
    public async Task<OAuthApplicationSecret> CreateForAsync(long userId, string name, string scope, CancellationToken cancellationToken)
    {
        RequireAdministrator();
        var application = OAuthApplication.Register(
            OAuthApplicationSecrets.NewText(), confidential: true, reader.Access.Viewer.UserId, clock.GetUtcNow().UtcDateTime, isInternal: true);
        application.Rename(name);
        application.RedirectTo([RedirectUri.OutOfBand]);
        application.Scope([scope]);
        application.ActAs(userId);
        applications.Add(application);
        var secret = OAuthApplicationSecrets.NewText();
        await SaveAsync(cancellation => clients.KeepAsync(application, secret, cancellation), cancellationToken);
        return new OAuthApplicationSecret(application.Id, application.ClientId, secret);
    }

    /// <summary>
    /// Registers one that asks for that itself, without anybody having looked at it: it has a secret and belongs to nobody, which people are
    /// told before they let it in (<see cref="OAuthConsent.IsStranger"/>). One that nobody has let in within a day is forgotten.
    /// </summary>
    /// <param name="name">What it calls itself.</param>
    /// <param name="redirectUri">Where people may be sent back to.</param>
    /// <param name="scope">What it may ask for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemException">What was said is no good, or there are too many.</exception>
    public async Task<OAuthApplicationSecret> RegisterStrangerAsync(string name, string redirectUri, string scope, CancellationToken cancellationToken)
    {
        var (nobodyId, now) = ((await builtin.NobodyAsync(cancellationToken)).UserId, clock.GetUtcNow().UtcDateTime);
        if (redirectUri.Trim() == RedirectUri.OutOfBand)
            throw new ProblemException(new Problem.Invalid("redirectUri", "Redirect URI must lead to the application."));

        // How many come from one place is the caller's question; this keeps the table small whatever places there are.
        var lately = now - OAuthApplication.UnusedFor;
        if (await reader.Store.CountAsync(reader.Store.Rows<OAuthApplication>().Where(a => a.OwnerId == nobodyId && a.CreatedAt > lately), cancellationToken) >= MostStrangersADay)
            throw new ProblemException(new Problem.TooManyRequests("Too many applications have registered themselves. An administrator can register this one.", SomeTime));
        var application = OAuthApplication.Register(OAuthApplicationSecrets.NewText(), confidential: true, nobodyId, now);
        await ApplyAsync(application, new OAuthApplicationDraft(name, [redirectUri], Confidential: true, [scope]), cancellationToken);
        applications.Add(application);
        var secret = OAuthApplicationSecrets.NewText();
        await SaveAsync(cancellation => clients.KeepAsync(application, secret, cancellation), cancellationToken);
        return new OAuthApplicationSecret(application.Id, application.ClientId, secret);
    }

    /// <summary>
    /// Changes one. Whoever takes a scope or the secret away from it makes all that it holds worthless; whoever changes one that has registered
    /// itself has looked at it, and it is his.
    /// </summary>
    /// <returns>A new secret, when it has become confidential.</returns>
    /// <exception cref="ProblemException">There is none, it is internal, what was said is no good, or the viewer is no administrator.</exception>
    public async Task<OAuthApplicationSecret> UpdateAsync(long id, OAuthApplicationDraft draft, CancellationToken cancellationToken)
    {
        var application = await TakeAsync(id, cancellationToken);
        RequireChangeable(application);
        var (wasConfidential, scopes) = (application.Confidential, application.Scopes);
        await ApplyAsync(application, draft, cancellationToken);
        if (application.OwnerId == (await builtin.NobodyAsync(cancellationToken)).UserId)
            application.BelongTo(reader.Access.Viewer.UserId);
        var secret = application.Confidential && !wasConfidential ? OAuthApplicationSecrets.NewText() : null;
        var mayLess = scopes.Except(application.Scopes).Any() || wasConfidential != application.Confidential;
        await SaveAsync(
            async cancellation =>
            {
                await clients.KeepAsync(application, secret, cancellation);
                if (mayLess)
                    await clients.RevokeAsync(application.Id, cancellation);
            },
            cancellationToken);
        return new OAuthApplicationSecret(application.Id, application.ClientId, secret);
    }

    /// <summary>Has one lead people back to another address, and to that alone.</summary>
    /// <exception cref="ProblemException">There is none, the address is no good, or the viewer is no administrator.</exception>
    public async Task RedirectAsync(long id, string redirectUri, CancellationToken cancellationToken)
    {
        var application = await TakeAsync(id, cancellationToken);
        List<FieldError> errors = [];
        Try(errors, () => application.RedirectTo([redirectUri]));
        if (errors.Count > 0)
            throw new ProblemException(new Problem.Invalid(errors));
        await SaveAsync(cancellation => clients.KeepAsync(application, secret: null, cancellation), cancellationToken);
    }

    /// <summary>Gives one another secret; the old one no longer works.</summary>
    /// <exception cref="ProblemException">There is none, it has no secret, or the viewer is no administrator.</exception>
    public async Task<OAuthApplicationSecret> RenewSecretAsync(long id, CancellationToken cancellationToken)
    {
        var application = await TakeAsync(id, cancellationToken);
        RequireChangeable(application);
        if (!application.Confidential)
            throw new ProblemException(new Problem.Invalid("confidential", "Confidential must be set for an application that has a secret."));
        var secret = OAuthApplicationSecrets.NewText();
        application.Touch(clock.GetUtcNow().UtcDateTime);
        await SaveAsync(cancellation => clients.KeepAsync(application, secret, cancellation), cancellationToken);
        return new OAuthApplicationSecret(application.Id, application.ClientId, secret);
    }

    /// <summary>Lets one in again. What was revoked when it was disabled stays so.</summary>
    /// <exception cref="ProblemException">There is none, or the viewer is no administrator.</exception>
    public async Task EnableAsync(long id, CancellationToken cancellationToken)
    {
        var application = await TakeAsync(id, cancellationToken);
        application.Enable();
        await SaveAsync(cancellation => clients.KeepAsync(application, secret: null, cancellation), cancellationToken);
    }

    /// <summary>Lets one in no longer: it gets no more tokens, and those that it has are worthless.</summary>
    /// <exception cref="ProblemException">There is none, or the viewer is no administrator.</exception>
    public async Task DisableAsync(long id, CancellationToken cancellationToken)
    {
        var application = await TakeAsync(id, cancellationToken);
        application.Disable();
        await SaveAsync(
            async cancellation =>
            {
                await clients.KeepAsync(application, secret: null, cancellation);
                await clients.RevokeAsync(application.Id, cancellation);
            },
            cancellationToken);
    }

    /// <summary>Removes one with all that it holds.</summary>
    /// <exception cref="ProblemException">There is none, it is internal, or the viewer is no administrator.</exception>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        var application = await TakeAsync(id, cancellationToken);
        RequireChangeable(application);
        await unitOfWork.InTransactionAsync(
            async cancellation =>
            {
                await clients.RemoveTokensAsync(id, cancellation);
                applications.Remove(application);
                await unitOfWork.SaveAsync(cancellation);
            },
            cancellationToken);
    }

    private async Task<OAuthApplication> TakeAsync(long id, CancellationToken cancellationToken)
    {
        RequireAdministrator();
        return await applications.FindAsync(id, cancellationToken) ?? throw new ProblemException(new Problem.NotFound());
    }

    private async Task ApplyAsync(OAuthApplication application, OAuthApplicationDraft draft, CancellationToken cancellationToken)
    {
        List<FieldError> errors = [];
        Try(errors, () => application.Rename(draft.Name));
        if (!draft.Confidential)
            Try(errors, () => application.ActAs(userId: null));
        Try(errors, () => application.KeepSecret(draft.Confidential));
        Try(errors, () => application.RedirectTo(draft.RedirectUris));
        Try(errors, () => application.Scope(draft.Scopes));
        Try(errors, () => application.ActAs(draft.ClientCredentialsUserId));
        if (draft.ClientCredentialsUserId is { } userId && !await IsPersonAsync(userId, cancellationToken))
            errors.Add(new FieldError("clientCredentialsUser", "Client credentials user does not exist."));
        if (errors.Count > 0)
            throw new ProblemException(new Problem.Invalid(errors));
    }

    private Task<bool> IsPersonAsync(long userId, CancellationToken cancellationToken) =>
        reader.Store.AnyAsync(reader.Store.Rows<User>().Where(u => u.Id == userId && u.Kind == PrincipalKind.User), cancellationToken);

    private static void Try(List<FieldError> errors, Action change)
    {
        try
        {
            change();
        }
        catch (BrokenRule broken)
        {
            errors.Add(new FieldError(broken.Member, broken.Message));
        }
    }

    private Task SaveAsync(Func<CancellationToken, Task> tell, CancellationToken cancellationToken) =>
        unitOfWork.InTransactionAsync(
            async cancellation =>
            {
                await unitOfWork.SaveAsync(cancellation);
                await tell(cancellation);
            },
            cancellationToken);

    private static void RequireChangeable(OAuthApplication application)
    {
        if (application.Internal)
            throw new ProblemException(new Problem.Forbidden());
    }

    private void RequireAdministrator()
    {
        if (!reader.Access.Viewer.IsAdmin)
            throw new ProblemException(new Problem.Forbidden());
    }
}
