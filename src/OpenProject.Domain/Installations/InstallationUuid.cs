using System.Diagnostics.CodeAnalysis;
using OpenProject.Domain.Common;

namespace OpenProject.Domain.Installations;

/// <summary>
/// Tells installations apart for ever: a random UUID (RFC 9562, version 4, variant 10xx). It says nothing of host, time
/// or owner, so it stays the same through renames, moves and upgrades.
/// </summary>
public sealed record InstallationUuid
{
    /// <summary>Length of its text.</summary>
    public const int Length = 36;

    private readonly Guid value;

    private InstallationUuid(Guid value) => this.value = value;

    /// <summary>From a random UUID.</summary>
    /// <exception cref="BrokenRule">It is not of version 4 and variant 10xx.</exception>
    public static InstallationUuid From(Guid random) =>
        IsRandom(random)
            ? new InstallationUuid(random)
            : throw new BrokenRule("uuid", $"'{random}' is not a random UUID of version 4.");

    /// <summary>From its canonical text of 36 characters, in either case; no braces, no <c>urn:uuid:</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out InstallationUuid? uuid)
    {
        uuid = text is { Length: Length } && Guid.TryParseExact(text, "D", out var guid) && IsRandom(guid) ? new InstallationUuid(guid) : null;
        return uuid is not null;
    }

    /// <summary>From its text.</summary>
    /// <exception cref="BrokenRule">It is none.</exception>
    public static InstallationUuid Parse(string? text) =>
        TryParse(text, out var uuid) ? uuid : throw new BrokenRule("uuid", $"'{text}' is not a random UUID of version 4.");

    /// <summary>The canonical text: 36 characters, lower case.</summary>
    public override string ToString() => value.ToString("D");

    private static bool IsRandom(Guid guid) => guid is { Version: 4, Variant: >= 8 and <= 11 };
}
