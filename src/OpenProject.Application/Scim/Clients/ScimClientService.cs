using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;
using OpenProject.Application.Identity;
using OpenProject.Application.OAuthApplications;
using OpenProject.Application.Permissions;
using OpenProject.Domain.Common;
using OpenProject.Domain.OAuthApplications;
using OpenProject.Domain.Scim;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Scim.Clients;

/// <summary>The clients of SCIM, for administrators only. What it takes back stops working at once in this process and within a second in others.</summary>
public sealed class ScimClientService(
    Access access,
    IReadStore store,
    IAggregates<ScimClient> clients,
    IAggregates<ScimToken> tokens,
    IAggregates<ServiceAccount> accounts,
    OAuthApplicationService applications,
    IdentityProviders providers,
    ScimGivenClients given,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    /// <summary>What every token begins with.</summary>
    public const string Prefix = "opscim-";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>All of them, by name.</summary>
    /// <exception cref="ProblemException">The viewer is no administrator.</exception>
    public async Task<IReadOnlyList<ScimClientDto>> ListAsync(CancellationToken cancellationToken)
    {
        RequireAdministrator();
        return await ListAsync(store.Rows<ScimClient>().OrderBy(c => c.Name), cancellationToken);
    }

    /// <summary>One of them.</summary>
    /// <exception cref="ProblemException">There is none, or the viewer is no administrator.</exception>
    public async Task<ScimClientDto> FindAsync(long id, CancellationToken cancellationToken)
    {
        RequireAdministrator();
        return await ListAsync(store.Rows<ScimClient>().Where(c => c.Id == id), cancellationToken) is [var client] ? client : throw new ProblemException(new Problem.NotFound());
    }

    /// <summary>Makes one, with a token unless it comes in otherwise.</summary>
    /// <exception cref="ProblemException">What was said is no good, attribute by attribute, or the viewer is no administrator.</exception>
    public async Task<ScimClientSecret> CreateAsync(ScimClientDraft draft, CancellationToken cancellationToken)
    {
        RequireAdministrator();
        await CheckAsync(draft, cancellationToken);
        ScimClientSecret? made = null;
        await unitOfWork.InTransactionAsync(
            async transaction =>
            {
                var key = ApiTokenService.NewText("");
                var account = ServiceAccount.Of(key, draft.Name!.Trim(), draft.Subject is null ? null : $"{draft.Provider}:{draft.Subject}", Now);
                accounts.Add(account);
                await unitOfWork.SaveAsync(transaction);
                var application = draft.OAuth
                    ? await applications.CreateForAsync(account.Id, draft.Name!, OAuthScope.Scim, transaction)
                    : null;
                var client = ScimClient.Register(draft.Name, draft.Provider ?? "scim-" + key[..8], account.Id, application?.Id, Now);
                clients.Add(client);
                await unitOfWork.SaveAsync(transaction);
                var token = draft.OAuth || draft.Subject is not null ? null : await NewTokenAsync(client.Id, transaction);
                made = new ScimClientSecret(client.Id, token, application?.ClientId, application?.Secret);
            },
            cancellationToken);
        return made!;
    }

    /// <summary>Makes sure that there are the clients that the settings give: new ones are made, and one of that name gets its subject.</summary>
    /// <exception cref="ProblemException">One cannot be so, or the viewer is no administrator.</exception>
    public async Task GiveAllAsync(CancellationToken cancellationToken)
    {
        RequireAdministrator();
        foreach (var client in given.All)
        {
            unitOfWork.Forget();
            await GiveAsync(client, $"{client.Provider}:{client.Subject}", cancellationToken);
        }
    }

    /// <summary>Makes another token; those that there are go on.</summary>
    /// <exception cref="ProblemException">There is no such client, it is disabled, or the viewer is no administrator.</exception>
    public async Task<ScimClientSecret> AddTokenAsync(long id, CancellationToken cancellationToken)
    {
        var client = await TakeAsync(id, cancellationToken);
        RequireOwn(client);
        if (!client.Enabled)
            throw new ProblemException(new Problem.Invalid("base", "The client is disabled, and gets no more tokens."));
        return new ScimClientSecret(id, await NewTokenAsync(client.Id, cancellationToken));
    }

    /// <summary>Takes a token back.</summary>
    /// <exception cref="ProblemException">There is none, or the viewer is no administrator.</exception>
    public async Task RevokeTokenAsync(long id, long tokenId, CancellationToken cancellationToken)
    {
        RequireAdministrator();
        var token = await tokens.FindAsync(tokenId, cancellationToken);
        if (token?.ClientId != id)
            throw new ProblemException(new Problem.NotFound());
        tokens.Remove(token);
        await unitOfWork.SaveAsync(cancellationToken);
    }

    /// <summary>Lets one in no longer, by whatever it comes; the subject of its provider's tokens is free for another one.</summary>
    /// <exception cref="ProblemException">There is none, or the viewer is no administrator.</exception>
    public async Task DisableAsync(long id, CancellationToken cancellationToken)
    {
        RequireAdministrator();
        await unitOfWork.InTransactionAsync(
            async transaction =>
            {
                var client = await TakeAsync(id, transaction);
                RequireOwn(client);
                client.Disable();
                (await accounts.FindAsync(client.ServiceAccountId, transaction))!.Retire();
                if (client.OAuthApplicationId is { } application)
                    await applications.DisableAsync(application, transaction);
                await unitOfWork.SaveAsync(transaction);
            },
            cancellationToken);
    }

    private async Task<IReadOnlyList<ScimClientDto>> ListAsync(IQueryable<ScimClient> rows, CancellationToken cancellationToken)
    {
        var registered = store.Rows<OAuthApplication>();
        var found = await store.ListAsync(
            rows.Select(c => new ScimClientDto(
                c.Id, c.Name, c.Provider, c.Enabled, registered.Where(a => a.Id == c.OAuthApplicationId).Select(a => a.ClientId).FirstOrDefault(), c.ServiceAccount.IdentityUrl, c.CreatedAt)),
            cancellationToken);
        List<long> ids = [.. found.Select(client => client.Id)];
        var kept = await store.ListAsync(
            store.Rows<ScimToken>().Where(t => ids.Contains(t.ClientId)).OrderByDescending(t => t.Id).Select(t => new { t.ClientId, Token = new ScimTokenDto(t.Id, t.CreatedAt, t.ExpiresAt) }), cancellationToken);
        var byClient = kept.ToLookup(t => t.ClientId, t => t.Token);
        return [.. found.Select(client => client with { Tokens = [.. byClient[client.Id]], IsGiven = given.Include(client.Name) })];
    }

    private async Task GiveAsync(ScimGivenClient client, string identity, CancellationToken cancellationToken)
    {
        var (name, there) = (client.Name, store.Rows<ScimClient>().Where(c => c.Name == client.Name));
        var known = await store.FirstOrDefaultAsync(there.Select(c => new { c.ServiceAccountId, c.Enabled, c.Provider, c.ServiceAccount.IdentityUrl }), cancellationToken);
        if (known is null)
        {
            try
            {
                await CreateAsync(new ScimClientDraft(name, client.Provider, client.Subject), cancellationToken);
            }
            catch (ProblemException refused) when (refused.Problem is Problem.Invalid)
            {
                // Another server that starts at the same moment may have made it.
                unitOfWork.Discard();
                if (!await store.AnyAsync(there.Where(c => c.ServiceAccount.IdentityUrl == identity), cancellationToken))
                    throw;
            }
        }
        else if (!known.Enabled || known.Provider != client.Provider || known.IdentityUrl is null)
        {
            throw new ProblemException(new Problem.Invalid("name", $"Name '{name}' is that of a client which is disabled, or comes in otherwise."));
        }
        else if (known.IdentityUrl != identity)
        {
            if (await IsKnownAsync(identity, cancellationToken))
                throw new ProblemException(new Problem.Invalid("subject", $"Subject '{client.Subject}' has already been taken."));
            (await accounts.FindAsync(known.ServiceAccountId, cancellationToken))!.IdentifyBy(identity);
            await unitOfWork.SaveAsync(cancellationToken);
        }
    }

    private async Task CheckAsync(ScimClientDraft draft, CancellationToken cancellationToken)
    {
        List<FieldError> errors = [];
        if (string.IsNullOrWhiteSpace(draft.Name))
            errors.Add(new FieldError("name", "Name can't be blank."));
        else if (draft.Name.Trim().Length > ScimClient.NameLimit)
            errors.Add(new FieldError("name", $"Name is too long (maximum is {ScimClient.NameLimit} characters)."));
        else if (draft.Name.Trim() is var name && await store.AnyAsync(store.Rows<ScimClient>().Where(c => c.Name == name), cancellationToken))
            errors.Add(new FieldError("name", "Name has already been taken.", FieldErrorKind.Taken));
        if (draft.Provider is { } provider && !providers.All.Any(known => known.Name == provider))
            errors.Add(new FieldError("provider", "Provider is not one of the configured OpenID Connect providers."));
        else if (draft.Provider is { Length: > ExternalIdentity.ProviderLimit })
            errors.Add(new FieldError("provider", $"Provider is too long (maximum is {ExternalIdentity.ProviderLimit} characters)."));
        if (draft.Subject is not null && draft.Provider is null)
            errors.Add(new FieldError("subject", "Subject needs a provider."));
        if (draft is { Subject.Length: > User.IdentityUrlLimit - ExternalIdentity.ProviderLimit - 1 })
            errors.Add(new FieldError("subject", "Subject is too long."));
        else if (draft is { Provider: not null, Subject: not null } && await IsKnownAsync($"{draft.Provider}:{draft.Subject}", cancellationToken))
            errors.Add(new FieldError("subject", "Subject has already been taken.", FieldErrorKind.Taken));
        if (draft is { OAuth: true, Subject: not null })
            errors.Add(new FieldError("subject", "Subject is for clients that do not come by OAuth client credentials."));
        if (errors.Count > 0)
            throw new ProblemException(new Problem.Invalid(errors));
    }

    private Task<bool> IsKnownAsync(string identity, CancellationToken cancellationToken) => store.AnyAsync(
        store.Rows<ServiceAccount>().Where(a => a.IdentityUrl == identity && Text.Exact(a.IdentityUrl!) == identity), cancellationToken);

    private async Task<string> NewTokenAsync(long clientId, CancellationToken cancellationToken)
    {
        var text = ApiTokenService.NewText(Prefix);
        tokens.Add(ScimToken.Create(clientId, ApiTokenService.HashOf(text), Now));
        await unitOfWork.SaveAsync(cancellationToken);
        return text;
    }

    private async Task<ScimClient> TakeAsync(long id, CancellationToken cancellationToken)
    {
        RequireAdministrator();
        return await clients.FindAsync(id, cancellationToken) ?? throw new ProblemException(new Problem.NotFound());
    }

    private void RequireOwn(ScimClient client)
    {
        if (given.Include(client.Name))
            throw new ProblemException(new Problem.Invalid("base", "The settings give this client (Scim:Clients); take it out there first."));
    }

    private void RequireAdministrator()
    {
        if (!access.Viewer.IsAdmin)
            throw new ProblemException(new Problem.Forbidden());
    }
}
