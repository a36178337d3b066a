using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using OpenProject.Application.Common;

namespace OpenProject.Api.Composition;

/// <summary>The operator's verbs; without one the server runs. Everything else is a setting (<c>--Seed:Demo=None</c>).</summary>
internal static class CommandLine
{
    // Of this program, and of the framework's host.
    private static readonly string[] SettingsWithoutSection = ["--PublicBaseUrl", "--environment", "--contentRoot", "--urls"];

    /// <summary>The verbs over the arguments of the process.</summary>
    public static ParseResult Parse(string[] args)
    {
        var root = new RootCommand("An independent server that speaks OpenProject's public APIs.");
        root.Runs(async (_, app, cancellationToken) =>
        {
            await app.Services.PrepareToServeAsync(cancellationToken);
            await app.RunAsync(cancellationToken);
        });

        var migrate = new Command("migrate", "Brings the database to this version and fills a new one.");
        migrate.Runs((_, app, cancellationToken) => app.Services.PrepareDatabaseAsync(cancellationToken));
        root.Add(migrate);
        root.Add(UserVerbs.Create());
        root.Add(TokenVerbs.Create());
        foreach (var verb in ContentVerbs.All())
            root.Add(verb);
        root.Add(OAuthAppVerbs.Create());
        root.Add(CustomFieldVerbs.Create());
        root.Add(CustomActionVerbs.Create());
        root.Add(BudgetVerbs.Create());
        root.Add(ScimClientVerbs.Create());
        root.Add(RevisionVerbs.Create());
        root.Add(ProjectStorageVerbs.Create());
        root.Add(McpVerbs.Create());
        root.Add(InstallationVerbs.Create());
        root.Add(ProjectVerbs.Create());
        root.Add(BcfVerbs.Create());
        root.Add(OpenApiVerb.Create());
        return root.Parse(args);
    }

    /// <summary>What the verb does with a server that is built and whose settings are sound, but that does not run.</summary>
    public static void Runs(this Command command, Func<ParseResult, WebApplication, CancellationToken, Task> act)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                await using var app = Server.Build(Settings(parsed));
                app.Services.CheckSettings();
                await act(parsed, app, cancellationToken);
                return 0;
            }
            catch (Exception exception) when (exception is not HostAbortedException)
            {
                // An operator wants one line that says what is wrong, not a stack trace.
                await Console.Error.WriteLineAsync(LineOf(exception));
                return 1;
            }
        });
    }

    private static string[] Settings(ParseResult parsed)
    {
        // A mistyped verb must not start a server.
        if (parsed.UnmatchedTokens is [var first, ..] && !first.StartsWith('-') && !first.Contains('=', StringComparison.Ordinal))
            throw new StartRefused($"'{first}' is neither a verb nor a setting; --help lists the verbs.");
        if (parsed.CommandResult.Command is RootCommand)
            return [.. parsed.UnmatchedTokens];

        // A mistyped option must not be taken for a setting: without "--expires" a token would work for ever.
        if (parsed.UnmatchedTokens.Select(NameOf).FirstOrDefault(name => name is not null && !IsSetting(name)) is { } unknown)
            throw new StartRefused($"'{unknown}' is neither an option of this verb nor a setting; --help lists the options.");

        // What a verb prints is read by programs: its log goes to the standard error output.
        return ["--Logging:Console:LogToStandardErrorThreshold=Trace", .. parsed.UnmatchedTokens];
    }

    private static string? NameOf(string token) => token.StartsWith('-') ? token.Split('=')[0] : null;

    private static bool IsSetting(string name) => name.Contains(':', StringComparison.Ordinal) || SettingsWithoutSection.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static string LineOf(Exception exception) => (exception switch
    {
        StartRefused => exception.Message,
        ProblemException { Problem: Problem.Invalid invalid } => string.Join(' ', invalid.Errors.Select(error => error.Message)),
        ProblemException { Problem: Problem.NotFound missing } => missing.Message ?? "There is none with that id.",
        ProblemException { Problem: Problem.Unavailable } => "The database does not answer.",
        IOException { InnerException: AddressInUseException } => exception.Message,
        OptionsValidationException invalid => string.Join(' ', invalid.Failures.Distinct(StringComparer.Ordinal)),
        _ => exception.GetBaseException().Message,
    }).ReplaceLineEndings(" ");
}
