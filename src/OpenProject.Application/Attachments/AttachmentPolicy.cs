namespace OpenProject.Application.Attachments;

/// <summary>What may be uploaded, as the settings say.</summary>
/// <param name="MaxBytes">The largest file, in bytes.</param>
/// <param name="AllowedTypes">Media types (<c>image/png</c>, <c>image/*</c>) and endings of names (<c>*.pdf</c>); none for all.</param>
/// <param name="UnclaimedFor">How long an attachment may hang on nothing.</param>
public sealed record AttachmentPolicy(long MaxBytes, IReadOnlyList<string> AllowedTypes, TimeSpan UnclaimedFor)
{
    /// <summary>Whether clients may bring bytes to where they are kept themselves.</summary>
    public bool TakesDirectUploads { get; init; }

    /// <summary>Whether a file of that name and media type may be uploaded.</summary>
    public bool Allows(string fileName, string contentType) =>
        AllowedTypes.Count == 0 || AllowedTypes.Any(allowed => allowed switch
        {
            ['*', '.', ..] => fileName.EndsWith(allowed[1..], StringComparison.OrdinalIgnoreCase),
            [.., '/', '*'] => contentType.StartsWith(allowed[..^1], StringComparison.OrdinalIgnoreCase),
            _ => contentType.Equals(allowed, StringComparison.OrdinalIgnoreCase),
        });
}
