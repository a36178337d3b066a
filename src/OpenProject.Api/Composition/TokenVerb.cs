using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;

namespace OpenProject.Api.Composition;

/// <summary><c>token create</c>: an API token for a user, printed once.</summary>
internal static class TokenVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var user = new Option<string>("--user") { Description = "The user's login.", Required = true };
        var name = new Option<string>("--name") { Description = "What the token is for.", DefaultValueFactory = _ => "Command line" };
        var expires = new Option<DateOnly?>("--expires") { Description = "The last day it works, YYYY-MM-DD in UTC; for ever when not given.", CustomParser = Day };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var create = new Command("create", "Makes an API token and prints it.") { user, name, expires, json };
        create.Runs(async (parsed, app, cancellationToken) =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            if (!await scope.ServiceProvider.GetRequiredService<IDatabase>().IsCurrentAsync(cancellationToken))
                throw new StartRefused("The database is not of this version; start the server or run the verb migrate first.");
            var login = parsed.GetRequiredValue(user);
            var token = await scope.ServiceProvider.GetRequiredService<ApiTokenService>()
                .CreateAsync(login, parsed.GetRequiredValue(name), parsed.GetValue(expires), cancellationToken)
                ?? throw new StartRefused($"No active user has the login '{login}'.");
            Console.WriteLine(parsed.GetValue(json) ? $"{{\"token\":\"{JsonEncodedText.Encode(token)}\"}}" : token);
        });
        return new Command("token", "API tokens.") { create };
    }

    private static DateOnly? Day(ArgumentResult argument)
    {
        if (DateOnly.TryParseExact(argument.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        argument.AddError($"'{argument.Tokens[0].Value}' is no day like 2027-12-31.");
        return null;
    }
}
