using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using OpenProject.Application.Common;

namespace OpenProject.Api.Composition;

/// <summary>The operator's verbs; without one the server runs. Everything else is a setting (<c>--Seed:Demo=None</c>).</summary>
internal static class CommandLine
{
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
        root.Add(TokenVerb.Create());
        root.Add(InstallationVerb.Create());
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

        // What a verb prints is read by programs: its log goes to the standard error output.
        return ["--Logging:Console:LogToStandardErrorThreshold=Trace", .. parsed.UnmatchedTokens];
    }

    private static string LineOf(Exception exception) => (exception switch
    {
        StartRefused => exception.Message,
        IOException { InnerException: AddressInUseException } => exception.Message,
        OptionsValidationException invalid => string.Join(' ', invalid.Failures.Distinct(StringComparer.Ordinal)),
        _ => exception.GetBaseException().Message,
    }).ReplaceLineEndings(" ");
}
