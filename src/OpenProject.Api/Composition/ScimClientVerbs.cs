using System.CommandLine;
using System.Globalization;
using OpenProject.Application.Scim.Clients;

namespace OpenProject.Api.Composition;

/// <summary><c>scim-client create|list|token|disable</c>: identity providers that provision users and groups.</summary>
internal static class ScimClientVerbs
{
    /// <summary>The verbs.</summary>
    public static Command Create() => new("scim-client", "Clients of SCIM: identity providers.") { Register(), List(), AddToken(), Disable() };

    private static Command Register()
    {
        var name = new Option<string>("--name") { Description = "What administrators call it.", Required = true };
        var provider = new Option<string?>("--provider") { Description = "The configured OpenID Connect provider that it speaks for: users sign in there by their external ids." };
        var subject = new Option<string?>("--subject") { Description = "What the provider's own tokens for it have as subject; it then comes by these, and gets none here." };
        var oauth = new Option<bool>("--oauth") { Description = "It gets its tokens by OAuth client credentials." };
        var create = new Command("create", "Makes a client and prints what it comes in by, this once.") { name, provider, subject, oauth };
        create.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var draft = new ScimClientDraft(parsed.GetRequiredValue(name), parsed.GetValue(provider), parsed.GetValue(subject), parsed.GetValue(oauth));
            var made = await services.GetRequiredService<ScimClientService>().CreateAsync(draft, cancellationToken);
            return new Printout(Text(made), new { made.Id, made.Token, ClientId = made.OAuthClientId, ClientSecret = made.OAuthClientSecret });
        });
        return create;
    }

    private static Command List()
    {
        var list = new Command("list", "Lists the clients.");
        list.RunsAsOperator(async (_, services, cancellationToken) => Printout.Table(
            await services.GetRequiredService<ScimClientService>().ListAsync(cancellationToken),
            ("id", c => c.Id.ToString(CultureInfo.InvariantCulture)),
            ("name", c => c.Name),
            ("state", c => c.Enabled ? "enabled" : "disabled"),
            ("provider", c => c.Provider),
            ("client id", c => c.OAuthClientId),
            ("identity", c => c.IdentityUrl),
            ("tokens", c => string.Join(' ', c.Tokens.Select(token => token.Id.ToString(CultureInfo.InvariantCulture))))));
        return list;
    }

    private static Command AddToken()
    {
        var id = OperatorVerb.Id("The client's id, from the list.");
        var add = new Command("token", "Makes another token for a client and prints it, this once.") { id };
        add.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var made = await services.GetRequiredService<ScimClientService>().AddTokenAsync(parsed.GetRequiredValue(id), cancellationToken);
            return new Printout(made.Token!, new { made.Id, made.Token });
        });
        return add;
    }

    private static Command Disable()
    {
        var id = OperatorVerb.Id("The client's id, from the list.");
        var disable = new Command("disable", "Lets a client in no longer.") { id };
        disable.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var client = parsed.GetRequiredValue(id);
            await services.GetRequiredService<ScimClientService>().DisableAsync(client, cancellationToken);
            return new Printout($"Disabled: {client}", new { Id = client, Enabled = false });
        });
        return disable;
    }

    private static string Text(ScimClientSecret made) => $"id: {made.Id}"
        + (made.Token is null ? "" : $"\ntoken, shown only this once: {made.Token}")
        + (made.OAuthClientId is null ? "" : $"\nclient id: {made.OAuthClientId}\nclient secret, shown only this once: {made.OAuthClientSecret}");
}
