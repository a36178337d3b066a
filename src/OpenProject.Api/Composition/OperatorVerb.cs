using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using OpenProject.Application.Common;
using OpenProject.Application.CustomFields;
using OpenProject.Application.Users;

namespace OpenProject.Api.Composition;

/// <summary>A verb that acts on the data, and what such verbs take.</summary>
internal static class OperatorVerb
{
    /// <summary>
    /// What the verb does, on a database of this version and as the operator, and what it prints: JSON where <c>--json</c> asks
    /// for it.
    /// </summary>
    public static void RunsAsOperator(this Command command, Func<ParseResult, IServiceProvider, CancellationToken, Task<Printout>> act)
    {
        var json = new Option<bool>("--json") { Description = "Print JSON, in one line." };
        command.Add(json);
        command.Runs(async (parsed, app, cancellationToken) =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            if (!await services.GetRequiredService<IDatabase>().IsCurrentAsync(cancellationToken))
                throw new StartRefused("The database is not of this version; start the server or run the verb migrate first.");
            await services.GetRequiredService<OperatorService>().ActAsync(cancellationToken);
            await services.GetRequiredService<CustomFieldRefreshService>().RefreshAsync(cancellationToken);
            var printout = await act(parsed, services, cancellationToken);
            Console.WriteLine(parsed.GetValue(json) ? printout.Json : printout.Text);
        });
    }

    /// <summary>An argument that names one by its id, as lists show it.</summary>
    public static Argument<long> Id(string description) => new("id") { Description = description, CustomParser = ParseId };

    /// <summary>The id of the person with that login.</summary>
    /// <exception cref="StartRefused">There is none.</exception>
    public static async Task<long> PersonAsync(this IServiceProvider services, string login, CancellationToken cancellationToken) =>
        await services.GetRequiredService<LoginService>().FindAsync(login, cancellationToken) ?? throw new StartRefused($"No user has the login '{login}'.");

    /// <summary>The id of the operator, once the verb acts as him.</summary>
    public static long OperatorId(this IServiceProvider services) => services.GetRequiredService<CurrentViewer>().Viewer.UserId;

    /// <summary>The current time, UTC.</summary>
    public static DateTime Now(this IServiceProvider services) => services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    private static long ParseId(ArgumentResult argument)
    {
        if (long.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return id;
        argument.AddError($"'{argument.Tokens[0].Value}' is no id.");
        return 0;
    }
}
