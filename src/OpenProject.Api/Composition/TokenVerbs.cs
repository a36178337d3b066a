using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;

namespace OpenProject.Api.Composition;

/// <summary><c>token create|list|revoke</c>: API tokens of users.</summary>
internal static class TokenVerbs
{
    /// <summary>The verbs.</summary>
    public static Command Create() => new("token", "API tokens of users.") { CreateToken(), List(), Revoke() };

    private static Option<string> User => new("--user") { Description = "The user's login.", Required = true };

    private static Command CreateToken()
    {
        var user = User;
        var name = new Option<string>("--name") { Description = "What the token is for.", DefaultValueFactory = _ => "Command line" };
        var expires = new Option<DateOnly?>("--expires") { Description = "The last day it works, YYYY-MM-DD in UTC; for ever when not given.", CustomParser = Day };
        var create = new Command("create", "Makes an API token and prints it.") { user, name, expires };
        create.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var login = parsed.GetRequiredValue(user);
            var token = await services.GetRequiredService<ApiTokenService>().CreateAsync(
                await services.PersonAsync(login, cancellationToken), parsed.GetRequiredValue(name), parsed.GetValue(expires), cancellationToken)
                ?? throw new StartRefused($"The user '{login}' is not active.");
            return new Printout(token.Text, new { token.Id, Token = token.Text });
        });
        return create;
    }

    private static Command List()
    {
        var user = User;
        var list = new Command("list", "Lists a user's API tokens, without their text.") { user };
        list.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var owner = await services.PersonAsync(parsed.GetRequiredValue(user), cancellationToken);
            var tokens = await services.GetRequiredService<ApiTokenService>().ListAsync(owner, cancellationToken);
            return Printout.Table(
                tokens.Select(token => new { token.Id, token.Name, token.CreatedAt, token.ExpiresOn, token.LastUsedAt }).ToList(),
                ("id", token => token.Id.ToString(CultureInfo.InvariantCulture)),
                ("name", token => token.Name),
                ("created", token => Printout.Time(token.CreatedAt)),
                ("expires", token => token.ExpiresOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("last used", token => Printout.Time(token.LastUsedAt)));
        });
        return list;
    }

    private static Command Revoke()
    {
        var id = OperatorVerb.Id("The token's id, from the list.");
        var revoke = new Command("revoke", "Takes an API token back: it opens nothing any more.") { id };
        revoke.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var token = parsed.GetRequiredValue(id);
            var name = await services.GetRequiredService<ApiTokenService>().RevokeAsync(token, ownerId: null, cancellationToken);
            return new Printout($"Revoked: {Printout.Plain(name)}", new { Id = token, Name = name });
        });
        return revoke;
    }

    private static DateOnly? Day(ArgumentResult argument)
    {
        if (DateOnly.TryParseExact(argument.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        argument.AddError($"'{argument.Tokens[0].Value}' is no day like 2027-12-31.");
        return null;
    }
}
