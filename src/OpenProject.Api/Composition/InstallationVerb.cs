using System.CommandLine;
using OpenProject.Application.Installations;

namespace OpenProject.Api.Composition;

/// <summary><c>installation renew-uuid</c>: makes a restored copy an installation of its own.</summary>
internal static class InstallationVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var renew = new Command("renew-uuid", "Gives a restored copy its own UUID and prints it. Stop the servers first, start them afterwards.");
        renew.Runs(async (_, app, cancellationToken) =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            Console.WriteLine(await scope.ServiceProvider.GetRequiredService<InstallationService>().RenewAsync(cancellationToken));
            if (app.Services.GetRequiredService<InstallationOverride>().Uuid is { } given)
                await Console.Error.WriteLineAsync($"Installation:Uuid is configured and goes on to be used instead: {given}");
        });
        return new Command("installation", "Which installation this is.") { renew };
    }
}
