using System.Security.Cryptography;
using OpenProject.Domain.Common;

namespace OpenProject.Domain.Attachments;

/// <summary>
/// The bytes behind attachments, and behind what building models bring: snippets, images, documents. The row is there before the first byte and until after the last one, so that no file is
/// ever without a row: whatever ends a process in between, what nothing refers to is found by its row and removed.
/// </summary>
public sealed class StoredFile : AggregateRoot, IContent
{
    /// <summary>The number of characters of a key.</summary>
    public const int KeyLength = 32;

    /// <summary>The number of characters of an MD5 digest in hexadecimal.</summary>
    public const int DigestLength = 32;

    /// <summary>Longest media type.</summary>
    public const int ContentTypeLimit = 255;

    /// <summary>How long the bytes may take to come, and the row stays while nothing refers to it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private StoredFile()
    {
    }

    /// <summary>The name in the store: random, and used once.</summary>
    public string Key { get; private set; } = "";

    /// <summary>How far it is. Whoever changes it meanwhile is refused.</summary>
    public FileState State { get; private set; }

    /// <summary>The number of bytes; until they are there, 0 or what the client says.</summary>
    public long ByteSize { get; private set; }

    /// <summary>The media type, as the server found.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>The MD5 digest, in hexadecimal; null until the bytes are there.</summary>
    public string? Md5 { get; private set; }

    /// <summary>Until when it stays without anything that refers to it, UTC.</summary>
    public DateTime KeptUntil { get; private set; }

    /// <summary>A file whose bytes are to come.</summary>
    public static StoredFile Announce(DateTime now) => new()
    {
        Key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyLength / 2)),
        State = FileState.Arriving,
        KeptUntil = now + Patience,
    };

    /// <summary>A file that a client brings to the store itself.</summary>
    /// <param name="contentType">The media type, as the server found.</param>
    /// <param name="byteSize">The number of bytes that the client says there are.</param>
    /// <param name="now">When, UTC.</param>
    public static StoredFile Expect(string contentType, long byteSize, DateTime now)
    {
        var file = Announce(now);
        (file.ContentType, file.ByteSize) = (contentType, byteSize);
        return file;
    }

    /// <summary>All bytes are there.</summary>
    /// <exception cref="InvalidOperationException">They were before.</exception>
    public void Arrive(long byteSize, string md5)
    {
        if (State != FileState.Arriving)
            throw new InvalidOperationException($"File {Id} is {State}; bytes arrive once.");
        (State, ByteSize, Md5) = (FileState.Uploaded, byteSize, md5);
    }

    /// <summary>Says what kind of bytes they are.</summary>
    public void BeOfType(string contentType) => ContentType = contentType;

    /// <summary>Stays only as long as something refers to it.</summary>
    public void Release(DateTime now) => KeptUntil = now;
}
