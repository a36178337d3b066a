namespace OpenProject.Domain.Installations;

/// <summary>
/// This installation: the data in one database, however many servers and names it is reached through. There is exactly
/// one, so it has a fixed id.
/// </summary>
public sealed class Installation
{
    /// <summary>The id of the only one.</summary>
    public const long OnlyId = 1;

    private Installation()
    {
    }

    /// <summary>Always <see cref="OnlyId"/>.</summary>
    public long Id { get; private set; } = OnlyId;

    /// <summary>What tells it from all others.</summary>
    public InstallationUuid Uuid { get; private set; } = null!;

    /// <summary>An installation known by this UUID.</summary>
    public static Installation KnownBy(InstallationUuid uuid) => new() { Uuid = uuid };
}
