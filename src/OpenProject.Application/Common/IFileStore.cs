namespace OpenProject.Application.Common;

/// <summary>Keeps bytes under keys, for all servers of the installation. Safe to call from any thread at any time.</summary>
public interface IFileStore
{
    /// <summary>Keeps what the stream holds, read once from where it is; when this returns it survives a crash.</summary>
    /// <param name="key">A new key: lower-case letters and digits, 32 of them.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="cancellationToken">Gives up; part of the bytes may be left.</param>
    Task WriteAsync(string key, Stream content, CancellationToken cancellationToken);

    /// <summary>The bytes, as a stream that seeks and that the caller disposes.</summary>
    /// <exception cref="IOException">There are none under that key.</exception>
    Task<Stream> OpenAsync(string key, CancellationToken cancellationToken);

    /// <summary>Removes the bytes, wholly or partly written; does nothing where there are none.</summary>
    Task DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>Where clients may fetch the bytes themselves, for some minutes and without credentials; null where they come through the server.</summary>
    /// <param name="key">The key.</param>
    /// <param name="served">What the answer there says of them.</param>
    Task<Uri?> AddressAsync(string key, ServedAs served) => Task.FromResult<Uri?>(null);

    /// <summary>Where a client may bring the bytes itself, for some minutes and without credentials; null where they come through the server.</summary>
    /// <param name="key">A new key.</param>
    /// <param name="contentType">The media type.</param>
    /// <param name="byteSize">How many bytes it has to be.</param>
    Task<DirectUpload?> InviteAsync(string key, string contentType, long byteSize) => Task.FromResult<DirectUpload?>(null);

    /// <summary>What a client has brought; null where nothing is there.</summary>
    Task<BroughtFile?> LookAsync(string key, CancellationToken cancellationToken) => Task.FromResult<BroughtFile?>(null);
}

/// <summary>A form that brings bytes to where they are kept (<c>multipart/form-data</c>, the part <c>file</c> last).</summary>
/// <param name="Address">Where it is posted to.</param>
/// <param name="Fields">Its other parts, by name.</param>
public sealed record DirectUpload(Uri Address, IReadOnlyDictionary<string, string> Fields);

/// <summary>Bytes that a client has brought.</summary>
/// <param name="ByteSize">How many there are.</param>
/// <param name="Md5">The MD5 digest, in hexadecimal.</param>
public sealed record BroughtFile(long ByteSize, string Md5);

/// <summary>How bytes are served.</summary>
/// <param name="ContentType">The media type.</param>
/// <param name="Disposition">The header <c>Content-Disposition</c> (RFC 6266).</param>
public sealed record ServedAs(string ContentType, string Disposition);
