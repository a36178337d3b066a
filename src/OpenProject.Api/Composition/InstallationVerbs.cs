using System.CommandLine;
using OpenProject.Application.Installations;

namespace OpenProject.Api.Composition;

/// <summary><c>installation show|renew</c>: which installation this is.</summary>
internal static class InstallationVerbs
{
    /// <summary>The verbs.</summary>
    public static Command Create()
    {
        var show = new Command("show", "Prints the installation's UUID, as clients are told it.");
        show.RunsAsOperator(async (_, services, cancellationToken) =>
            Print((await services.GetRequiredService<InstallationService>().GetAsync(cancellationToken)).Uuid));

        var renew = new Command("renew", "Gives a restored copy its own UUID and prints it. Stop the servers first, start them afterwards.");
        renew.RunsAsOperator(async (_, services, cancellationToken) =>
        {
            var uuid = await services.GetRequiredService<InstallationService>().RenewAsync(cancellationToken);
            if (services.GetRequiredService<InstallationOverride>().Uuid is { } given)
                await Console.Error.WriteLineAsync($"Installation:Uuid is configured and goes on to be used instead: {given}");
            return Print(uuid);
        });
        return new Command("installation", "Which installation this is.") { show, renew };
    }

    private static Printout Print(string uuid) => new(uuid, new { Uuid = uuid });
}
