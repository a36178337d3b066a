using OpenProject.Domain.Common;

namespace OpenProject.Domain.Users;

/// <summary>A user's picture; its id is the user's.</summary>
public sealed class Avatar : AggregateRoot
{
    /// <summary>Most bytes; it is shown small, and often.</summary>
    public const int ContentLimit = 512 * 1024;

    /// <summary>Longest media type.</summary>
    public const int MediaTypeLimit = 50;

    private static readonly (string MediaType, int At, byte[] Sign)[] Formats =
    [
        ("image/png", 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/jpeg", 0, [0xFF, 0xD8, 0xFF]),
        ("image/gif", 0, "GIF8"u8.ToArray()),
        ("image/webp", 8, "WEBP"u8.ToArray()),
    ];

    private Avatar()
    {
    }

    private Avatar(long userId)
        : base(userId)
    {
    }

    /// <summary>The format of the picture.</summary>
    public string MediaType { get; private set; } = "";

    /// <summary>The picture.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>When it was set, UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>A user's first picture.</summary>
    /// <exception cref="BrokenRule">No picture that browsers show, or too large.</exception>
    public static Avatar Create(long userId, byte[] content, DateTime now)
    {
        var avatar = new Avatar(userId);
        avatar.Show(content, now);
        return avatar;
    }

    /// <summary>Shows another picture.</summary>
    /// <exception cref="BrokenRule">No picture that browsers show, or too large.</exception>
    public void Show(byte[] content, DateTime now)
    {
        if (content.Length > ContentLimit)
            throw new BrokenRule("avatar", $"Avatar is too large (maximum size is {ContentLimit} Bytes).");
        var format = Array.Find(Formats, f => content.AsSpan(Math.Min(f.At, content.Length)).StartsWith(f.Sign));
        MediaType = format.MediaType ?? throw new BrokenRule("avatar", "Avatar must be a picture in one of the formats PNG, JPEG, GIF and WebP.");
        Content = content;
        UpdatedAt = now;
    }
}
