using System.Buffers;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace OpenProject.Testing.Logs;

/// <summary>Finds what must stay secret in requests and answers: passwords, tokens, codes, verifiers, secrets of applications, keys of sessions.</summary>
public static partial class WireSecrets
{
    // What is shorter stands in many lines by chance.
    private const int Shortest = 16;
    private const int LargestBody = 64 * 1024;

    private static readonly string[] Fields =
        ["password", "current_password", "new_password", "newPassword", "currentPassword", "client_secret", "code", "code_verifier", "token", "access_token", "refresh_token", "secret"];

    /// <summary>The secrets of a request, right and wrong ones.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(HttpRequestMessage request, HttpRequestHeaders defaults)
    {
        var body = request.Content is ByteArrayContent or JsonContent ? await request.Content.ReadAsStringAsync() : "";
        return
        [
            .. Of(request.Headers.Authorization ?? defaults.Authorization),
            .. request.Content is FormUrlEncodedContent ? OfForm(body) : OfText(body),
        ];
    }

    /// <summary>The secrets that an answer hands out.</summary>
    public static IReadOnlyList<string> Of(ApiAnswer answer) =>
    [
        .. OfText(answer.Text),
        .. OfForm(answer.Headers.Location is { } location && location.OriginalString.Contains('?', StringComparison.Ordinal) ? location.OriginalString[(location.OriginalString.IndexOf('?', StringComparison.Ordinal) + 1)..] : ""),
        .. answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.SelectMany(OfCookie) : [],
    ];

    /// <summary>The lines that tell one of the secrets, in the clear or percent-encoded.</summary>
    public static IReadOnlyList<string> In(IEnumerable<string> lines, IReadOnlyCollection<string> secrets)
    {
        var wanted = SearchValues.Create([.. secrets, .. secrets.Select(Uri.EscapeDataString)], StringComparison.Ordinal);
        return [.. lines.Where(line => line.AsSpan().ContainsAny(wanted)).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Of(AuthenticationHeaderValue? credentials) => credentials switch
    {
        { Scheme: "Basic", Parameter: { } encoded } => Long(Decode(encoded).Split(':', 2)[^1], encoded),
        { Parameter: { } token } => Long(token),
        _ => [],
    };

    private static IEnumerable<string> OfForm(string form) =>
        QueryHelpers.ParseQuery(form).Where(field => Fields.Contains(field.Key)).SelectMany(field => Long([.. field.Value.OfType<string>()]));

    private static IEnumerable<string> OfText(string text) =>
        text.Length > LargestBody ? [] : Long([.. Member().Matches(text).Select(m => m.Groups["value"].Value), .. ApiToken().Matches(text).Select(m => m.Value)]);

    private static IEnumerable<string> OfCookie(string cookie) =>
        cookie.StartsWith("_open_project_session=", StringComparison.Ordinal) ? Long(cookie["_open_project_session=".Length..].Split(';')[0]) : [];

    private static IEnumerable<string> Long(params string[] values) => values.Where(value => value.Length >= Shortest);

    private static string Decode(string encoded)
    {
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
    }

    [GeneratedRegex("\"(password|currentPassword|newPassword|access_token|refresh_token|client_secret|secret|token)\":\\s*\"(?<value>[^\"\\\\]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Member();

    [GeneratedRegex("opapi-[0-9a-f]{40}", RegexOptions.None, 1000)]
    private static partial Regex ApiToken();
}
