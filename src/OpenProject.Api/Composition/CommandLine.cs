using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using OpenProject.Api.OpenApi;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;

namespace OpenProject.Api.Composition;

/// <summary>The operator's verbs; without one, the server runs. Arguments that are no verb are settings (<c>--Seed:Demo=None</c>).</summary>
internal static class CommandLine
{
    /// <summary>The verbs over the arguments of the process.</summary>
    public static ParseResult Parse(string[] args)
    {
        var root = new RootCommand("An independent server that speaks OpenProject's public APIs.") { TreatUnmatchedTokensAsErrors = false };
        root.SetAction((parsed, cancellationToken) => GuardAsync(() => ServeAsync([.. parsed.UnmatchedTokens], cancellationToken)));
        root.Add(Migrate());
        root.Add(new Command("token", "API tokens.") { CreateToken() });
        root.Add(WriteContract());
        return root.Parse(args);
    }

    private static async Task<int> ServeAsync(string[] settings, CancellationToken cancellationToken)
    {
        await using var app = Server.Build(settings);
        if (Server.MigratesItself(app.Services))
            await PrepareAsync(app.Services, cancellationToken);
        await app.RunAsync(cancellationToken);
        return 0;
    }

    private static Command Migrate()
    {
        var command = new Command("migrate", "Brings the database to this version and seeds it.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, cancellationToken) => GuardAsync(async () =>
        {
            await using var app = Server.Build(Settings(parsed));
            await PrepareAsync(app.Services, cancellationToken);
            return 0;
        }));
        return command;
    }

    private static Command CreateToken()
    {
        var user = new Option<string>("--user") { Description = "The user's login.", Required = true };
        var name = new Option<string>("--name") { Description = "What the token is for.", DefaultValueFactory = _ => "Command line" };
        var expires = new Option<DateOnly?>("--expires") { Description = "The last day it works, YYYY-MM-DD in UTC; for ever when not given.", CustomParser = Day };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("create", "Makes an API token and prints it.") { user, name, expires, json };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => GuardAsync(async () =>
        {
            await using var app = Server.Build(Settings(parsed));
            await using var scope = app.Services.CreateAsyncScope();
            if (!await scope.ServiceProvider.GetRequiredService<IDatabase>().IsReadyAsync(cancellationToken))
                throw new InvalidOperationException("The database is not of this version; start the server or run the verb migrate first.");
            var login = parsed.GetRequiredValue(user);
            var token = await scope.ServiceProvider.GetRequiredService<ApiTokenService>()
                .CreateAsync(login, parsed.GetRequiredValue(name), parsed.GetValue(expires), cancellationToken)
                ?? throw new InvalidOperationException($"No active user has the login '{login}'.");
            Console.WriteLine(parsed.GetValue(json) ? $"{{\"token\":\"{JsonEncodedText.Encode(token)}\"}}" : token);
            return 0;
        }));
        return command;
    }

    private static DateOnly? Day(ArgumentResult argument)
    {
        if (DateOnly.TryParseExact(argument.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        argument.AddError($"'{argument.Tokens[0].Value}' is no day like 2027-12-31.");
        return null;
    }

    private static Command WriteContract()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Where the files go." };
        var command = new Command("openapi", "Writes the OpenAPI documents; needs no database.") { folder };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => GuardAsync(async () =>
        {
            await using var app = Server.Build(Settings(parsed));
            var contract = await app.Services.GetRequiredService<Contracts>().GetAsync();
            var path = parsed.GetRequiredValue(folder).FullName;
            Directory.CreateDirectory(path);
            await File.WriteAllBytesAsync(Path.Combine(path, "api-v3.json"), contract.Json, cancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(path, "api-v3.yml"), contract.Yaml, cancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(path, "operations.md"), contract.Overview, cancellationToken);
            return 0;
        }));
        return command;
    }

    // What a verb prints is read by programs: its log goes to the standard error output.
    private static string[] Settings(ParseResult parsed) => ["--Logging:Console:LogToStandardErrorThreshold=Trace", .. parsed.UnmatchedTokens];

    private static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IDatabase>().PrepareAsync(cancellationToken);
    }

    // An operator wants one line that says what is wrong, not a stack trace.
    private static async Task<int> GuardAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception exception) when (exception is not HostAbortedException)
        {
            await Console.Error.WriteLineAsync(exception.GetBaseException().Message.ReplaceLineEndings(" "));
            return 1;
        }
    }
}
