using System.CommandLine;
using System.Globalization;
using OpenProject.Application.OAuthApplications;
using OpenProject.Domain.OAuthApplications;

namespace OpenProject.Api.Composition;

/// <summary><c>oauth-app create|list|disable</c>: applications that may ask people to let them act.</summary>
internal static class OAuthAppVerbs
{
    /// <summary>The verbs.</summary>
    public static Command Create() => new("oauth-app", "OAuth applications.") { Register(), List(), Disable() };

    private static Command Register()
    {
        var name = new Option<string>("--name") { Description = "What people see when they are asked.", Required = true };
        var redirectUris = new Option<string[]>("--redirect-uri") { Description = "Where people may be sent back to; again for another one." };
        var scopes = new Option<string[]>("--scope") { Description = $"What it may ask for, of {string.Join(", ", OAuthScope.All)}; again for another one. {OAuthScope.Default} when not given." };
        var isPublic = new Option<bool>("--public") { Description = "It cannot keep a secret, so it gets none and must use PKCE." };
        var user = new Option<string?>("--client-credentials-user") { Description = "The login of the user as whom it acts when it comes for itself." };
        var create = new Command("create", "Registers an application and prints its client id and secret.") { name, redirectUris, scopes, isPublic, user };
        create.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var draft = new OAuthApplicationDraft(
                parsed.GetRequiredValue(name),
                parsed.GetValue(redirectUris) ?? [],
                Confidential: !parsed.GetValue(isPublic),
                parsed.GetValue(scopes) ?? [],
                parsed.GetValue(user) is { } login ? await services.PersonAsync(login, cancellationToken) : null);
            var made = await services.GetRequiredService<OAuthApplicationService>().CreateAsync(draft, cancellationToken);
            var secret = made.Secret is null ? "" : $"\nclient secret, shown only this once: {made.Secret}";
            return new Printout($"id: {made.Id}\nclient id: {made.ClientId}{secret}", new { made.Id, made.ClientId, ClientSecret = made.Secret });
        });
        return create;
    }

    private static Command List()
    {
        var list = new Command("list", "Lists the applications.");
        list.RunsAsOperator(async (_, services, cancellationToken) =>
        {
            var applications = await services.GetRequiredService<OAuthApplicationService>().ListAsync(cancellationToken);
            var table = Printout.Table(
                applications,
                ("id", a => a.Id.ToString(CultureInfo.InvariantCulture)),
                ("name", a => a.Name),
                ("client id", a => a.ClientId),
                ("kind", a => a.Confidential ? "confidential" : "public"),
                ("state", a => a.Enabled ? "enabled" : "disabled"),
                ("scopes", a => string.Join(' ', a.Scopes)),
                ("client credentials user", a => a.ClientCredentialsUserLogin),
                ("redirect uris", a => string.Join(' ', a.RedirectUris)));
            var content = applications.Select(a =>
                new { a.Id, a.Name, a.ClientId, a.Confidential, a.Enabled, a.Scopes, ClientCredentialsUser = a.ClientCredentialsUserLogin, a.RedirectUris });
            return table with { Content = content.ToList() };
        });
        return list;
    }

    private static Command Disable()
    {
        var id = OperatorVerb.Id("The application's id, from the list.");
        var disable = new Command("disable", "Lets an application in no longer: it gets no more tokens, and those that it has are worthless.") { id };
        disable.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var application = parsed.GetRequiredValue(id);
            await services.GetRequiredService<OAuthApplicationService>().DisableAsync(application, cancellationToken);
            return new Printout($"Disabled: {application}", new { Id = application, Enabled = false });
        });
        return disable;
    }
}
