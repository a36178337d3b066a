using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using OpenProject.Application.Common;
using OpenProject.Application.Scim;

namespace OpenProject.Api.Scim;

/// <summary>
/// Cursors (RFC 9865): where a page ends and when that was told, encrypted and bound to the request that may go on from there. Any
/// server of the installation takes them, and none remembers them.
/// </summary>
public sealed class ScimCursors(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a cursor works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const string Purpose = "OpenProject.Scim.Cursor";

    /// <summary>The cursor for a position.</summary>
    /// <param name="request">What a request must repeat to use it.</param>
    /// <param name="position">The last resource that was told.</param>
    public string Write(string request, ScimPosition position)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new Content(position.Key, position.Id, clock.GetUtcNow().ToUnixTimeSeconds()), ScimCursorJson.Default.Content);
        return Base64Url.EncodeToString(For(request).Protect(bytes));
    }

    /// <summary>The position that a cursor stands for.</summary>
    /// <exception cref="ProblemException">It was not made here, was made for another request, or is too old.</exception>
    public ScimPosition Read(string request, string cursor)
    {
        Content content;
        try
        {
            content = JsonSerializer.Deserialize(For(request).Unprotect(Base64Url.DecodeFromChars(cursor)), ScimCursorJson.Default.Content)!;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException)
        {
            throw ScimErrors.Of(ScimErrors.InvalidCursor, "The cursor is not one of this request's.");
        }

        if (clock.GetUtcNow().ToUnixTimeSeconds() - content.At > Lifetime.TotalSeconds)
            throw ScimErrors.Of(ScimErrors.ExpiredCursor, "The cursor is too old; begin anew.");
        return new ScimPosition(content.Key, content.Id);
    }

    private IDataProtector For(string request) => protection.CreateProtector(Purpose, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(request))));

    internal sealed record Content(string? Key, long Id, long At);
}
