using System.Text.Json;
using OpenProject.Application.Common;

namespace OpenProject.Application.Bcf.Viewpoints;

/// <summary>Reads images that come as base64 (RFC 4648 section 4), plain or as a data URI, as some clients send them.</summary>
/// <param name="maxBytes">The largest image.</param>
/// <param name="looksInside">Whether an image must be one: what is called PNG or JPEG begins as such.</param>
internal sealed class BcfImageReader(long maxBytes, bool looksInside)
{
    private const string Marker = "base64,";

    /// <summary>The image of an object's members <c>{prefix}_type</c> and <c>{prefix}_data</c>; null where something is wrong.</summary>
    /// <exception cref="ProblemException">It is too large.</exception>
    public BcfImage? Read(JsonElement owner, string prefix, string guid, List<FieldError> errors)
    {
        var type = owner.TryGetProperty(prefix + "_type", out var sentType) && sentType.ValueKind == JsonValueKind.String ? sentType.GetString() : null;
        if (type is not ("png" or "jpg"))
            return Refused(prefix, $"{prefix}_type needs to be either 'png' or 'jpg'.", errors);
        if (!owner.TryGetProperty(prefix + "_data", out var data) || data.ValueKind != JsonValueKind.String || data.ValueEquals(""))
            return Refused(prefix, $"{prefix}_data needs to be provided.", errors);

        // From the bytes of the body to those of the image, without a text of them in between.
        if (data.TryGetBytesFromBase64(out var plain) && plain.Length > 0)
            return Read(plain, type, prefix, guid, errors);
        var text = data.GetString()!;
        if (string.IsNullOrWhiteSpace(text))
            return Refused(prefix, $"{prefix}_data needs to be provided.", errors);
        return Decode(text) is { } bytes
            ? Read(bytes, type, prefix, guid, errors)
            : Refused(prefix, $"{prefix}_data is not valid base64.", errors);
    }

    /// <summary>An image whose bytes are at hand; null where it is none.</summary>
    /// <exception cref="ProblemException">It is too large.</exception>
    public BcfImage? Read(byte[] bytes, string type, string prefix, string guid, List<FieldError> errors)
    {
        if (bytes.LongLength > maxBytes)
            throw new ProblemException(new Problem.TooLarge(maxBytes));
        return !looksInside || BeginsAs(type, bytes) ? new BcfImage(guid, type, bytes) : Refused(prefix, $"{prefix}_data is not an image of the type '{type}'.", errors);
    }

    // PNG (RFC 2083 section 3.1), JPEG (ITU T.81 annex B.1.1.3: start of image, then a marker).
    private static bool BeginsAs(string type, ReadOnlySpan<byte> bytes) => type == "png"
        ? bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        : bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]);

    private static byte[]? Decode(string data)
    {
        if (data.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            var at = data.IndexOf(Marker, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                return null;
            data = data[(at + Marker.Length)..];
        }

        // Base64 makes four characters of three bytes; white space is passed over.
        var bytes = new byte[data.Length / 4 * 3 + 3];
        return Convert.TryFromBase64String(data, bytes, out var written) ? bytes[..written] : null;
    }

    private static BcfImage? Refused(string prefix, string message, List<FieldError> errors)
    {
        errors.Add(new FieldError(prefix, message));
        return null;
    }
}
