using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace OpenProject.Api.OAuth;

/// <summary>
/// What programs send to the endpoints that they call themselves, made the form that RFC 6749 section 3.2 and RFC 7009 section 2.1 want.
/// OpenProject takes it as JSON and as <c>multipart/form-data</c> too, as many libraries send it, and a token to revoke from the query,
/// where Nextcloud's integration puts it. What is none of this is left to the endpoint, which refuses it.
/// </summary>
internal static class TokenForms
{
    private const int LargestBytes = 64 * 1024;

    private static readonly string[] RevokedByQuery = [Parameters.Token, Parameters.TokenTypeHint];

    /// <summary>Reads it.</summary>
    public static async Task Read(HttpContext http, RequestDelegate next)
    {
        var request = http.Request;
        if (HttpMethods.IsPost(request.Method) && IsCalledByPrograms(request.Path) && await ParametersAsync(request) is { } parameters)
        {
            request.Form = new FormCollection(parameters);
            request.ContentType = "application/x-www-form-urlencoded";
        }

        await next(http);
    }

    private static bool IsCalledByPrograms(PathString path) => path == OAuthEndpoints.Token || path == OAuthEndpoints.Revoke || path == OAuthEndpoints.Introspect;

    private static async Task<Dictionary<string, StringValues>?> ParametersAsync(HttpRequest request)
    {
        if (request.HasJsonContentType())
            return await FromJsonAsync(request);
        if (request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true)
            return await FromPartsAsync(request);
        return request.Path == OAuthEndpoints.Revoke && RevokedByQuery.Any(request.Query.ContainsKey) ? await WithQueryAsync(request) : null;
    }

    private static async Task<Dictionary<string, StringValues>?> FromJsonAsync(HttpRequest request)
    {
        if (request.ContentLength is not (> 0 and <= LargestBytes))
            return null;
        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, default, request.HttpContext.RequestAborted);
            if (json.RootElement.ValueKind != JsonValueKind.Object || json.RootElement.EnumerateObject().Any(member => member.Value.ValueKind == JsonValueKind.Object))
                return null;
            return json.RootElement.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => new StringValues([.. group.SelectMany(member => Texts(member.Value))]), StringComparer.Ordinal);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second is of texts that are no Unicode: half of a pair.
            return null;
        }
    }

    private static IEnumerable<string?> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [json.GetString()],
        JsonValueKind.Null => [],
        _ => [json.GetRawText()],
    };

    private static async Task<Dictionary<string, StringValues>?> FromPartsAsync(HttpRequest request)
    {
        try
        {
            request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, new FormOptions { MultipartBodyLengthLimit = LargestBytes }));
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.Files.Count == 0 ? form.ToDictionary(StringComparer.Ordinal) : null;
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return null;
        }
    }

    // What is in both comes twice, which is refused.
    private static async Task<Dictionary<string, StringValues>> WithQueryAsync(HttpRequest request)
    {
        var all = request.HasFormContentType ? (await request.ReadFormAsync(request.HttpContext.RequestAborted)).ToDictionary(StringComparer.Ordinal) : [];
        foreach (var name in RevokedByQuery.Where(request.Query.ContainsKey))
            all[name] = StringValues.Concat(all.GetValueOrDefault(name), request.Query[name]);
        return all;
    }
}
