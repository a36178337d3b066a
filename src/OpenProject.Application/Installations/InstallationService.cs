using AutoMapper;
using OpenProject.Domain.Installations;

namespace OpenProject.Application.Installations;

/// <summary>Knows which installation this is.</summary>
public sealed class InstallationService(IInstallations installations, InstallationOverride given, KnownInstallation known, IMapper mapper)
{
    /// <summary>The installation; read from the database once in the life of the process, not at all when its UUID is configured.</summary>
    public ValueTask<InstallationDto> GetAsync(CancellationToken cancellationToken) =>
        known.GetAsync(
            async cancellation => mapper.Map<InstallationDto>(
                given.Uuid is { } uuid ? Installation.KnownBy(uuid) : await RegisteredAsync(cancellation)),
            cancellationToken);

    /// <summary>Gives a new database its installation; leaves one that has it as it is.</summary>
    public Task RegisterAsync(CancellationToken cancellationToken) => RegisteredAsync(cancellationToken);

    /// <summary>
    /// Makes a restored copy an installation of its own. Servers that are running go on with the old UUID until they
    /// are started again.
    /// </summary>
    /// <returns>The new UUID.</returns>
    public async Task<string> RenewAsync(CancellationToken cancellationToken)
    {
        var renewed = Candidate();
        await installations.ReplaceAsync(renewed, cancellationToken);
        return renewed.Uuid.ToString();
    }

    // Only what was stored counts: of several candidates at the same moment one has won.
    private async Task<Installation> RegisteredAsync(CancellationToken cancellationToken)
    {
        if (await installations.FindAsync(cancellationToken) is { } stored)
            return stored;
        await installations.RegisterAsync(Candidate(), cancellationToken);
        return await installations.FindAsync(cancellationToken)
            ?? throw new InvalidOperationException("The installation was registered and is not there.");
    }

    private static Installation Candidate() => Installation.KnownBy(InstallationUuid.From(Guid.NewGuid()));
}
