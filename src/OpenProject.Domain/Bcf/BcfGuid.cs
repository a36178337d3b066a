namespace OpenProject.Domain.Bcf;

/// <summary>The ids that building models know things by: UUIDs of 36 characters, kept in lower case and found in any.</summary>
public static class BcfGuid
{
    /// <summary>The number of characters.</summary>
    public const int Length = 36;

    /// <summary>A new one, of version 4.</summary>
    public static string New() => Guid.NewGuid().ToString("D");

    /// <summary>The text as it is kept; null when it is no such id.</summary>
    public static string? Find(string? text) => Guid.TryParseExact(text, "D", out var guid) ? guid.ToString("D") : null;
}
