using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using OpenProject.Api.Hal;
using OpenProject.Api.V3;
using OpenProject.Application.Common;

namespace OpenProject.Api.Bcf;

/// <summary>
/// A body in JSON, read leniently in form: members may come in any order, unknown ones are passed over (BCF API 2.1 section
/// 1.9). Values of a wrong type are noted (<see cref="Errors"/>), so that all of them are told at once.
/// </summary>
internal sealed class BcfBody : IDisposable
{
    private const int MaxDepth = 64;
    private const int ImagesAtOnce = 4;
    private const long MostOfImages = 100L * 1024 * 1024;

    private readonly JsonDocument? document;
    private readonly JsonElement root;
    private readonly List<FieldError> errors;

    private BcfBody(JsonDocument document)
        : this(document.RootElement, [])
    {
        this.document = document;
        if (root.ValueKind == JsonValueKind.Object)
            return;
        document.Dispose();
        throw Malformed("The request body was not a single JSON object.");
    }

    private BcfBody(JsonElement root, List<FieldError> errors) => (this.root, this.errors) = (root, errors);

    /// <summary>What could not be read.</summary>
    public IReadOnlyList<FieldError> Errors => errors;

    /// <summary>Reads a body that is one object.</summary>
    /// <exception cref="ProblemException">It is not JSON, not one object, or too large.</exception>
    public static async Task<BcfBody> ReadAsync(HttpRequest request) => new(await DocumentAsync(request));

    /// <summary>Reads a body that is any JSON.</summary>
    /// <exception cref="ProblemException">It is not JSON, or too large.</exception>
    public static Task<JsonDocument> DocumentAsync(HttpRequest request) => DocumentAsync(request, more: 0);

    /// <summary>Reads a body that is one object and holds images as base64.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">The largest image, in bytes; a few of them fit.</param>
    /// <exception cref="ProblemException">It is not JSON, not one object, or too large.</exception>
    public static async Task<JsonDocument> ImagesAsync(HttpRequest request, long maxBytes)
    {
        var read = await DocumentAsync(request, more: (int)Math.Min(MostOfImages, maxBytes * 4 / 3 * ImagesAtOnce));
        if (read.RootElement.ValueKind == JsonValueKind.Object)
            return read;
        read.Dispose();
        throw Malformed("The request body was not a single JSON object.");
    }

    private static async Task<JsonDocument> DocumentAsync(HttpRequest request, int more)
    {
        // Who says nothing of it means JSON.
        if (!string.IsNullOrWhiteSpace(request.ContentType) && !request.HasJsonContentType())
            throw new ProblemException(new Problem.Unsupported("application/json", request.ContentType));
        var limit = request.HttpContext.RequestServices.GetRequiredService<IOptions<ApiV3Options>>().Value.MaxBodyBytes + more;
        if (more > 0 && request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
            server.MaxRequestBodySize = limit;
        try
        {
            return StrictJson.Parse(await BoundedBody.ReadAsync(request, limit, request.HttpContext.RequestAborted), MaxDepth);
        }
        catch (JsonException)
        {
            throw Malformed("The request could not be parsed as JSON.");
        }
    }

    /// <summary>Reads a list of objects; what is wrong with any of them is told when all are read.</summary>
    /// <exception cref="ProblemException">It is no list of objects, or a value has a wrong type.</exception>
    public static IEnumerable<BcfBody> Elements(JsonDocument list)
    {
        if (list.RootElement.ValueKind != JsonValueKind.Array || list.RootElement.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.Object))
            throw Malformed("The request body was not a list of JSON objects.");
        var wrong = new List<FieldError>();
        foreach (var element in list.RootElement.EnumerateArray())
            yield return new BcfBody(element, wrong);
        if (wrong.Count > 0)
            throw new ProblemException(new Problem.Invalid([.. wrong.DistinctBy(e => e.Attribute)]));
    }

    /// <summary>A text; null when absent or null.</summary>
    public string? Text(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        _ => Wrong<string?>(name),
    };

    /// <summary>A whole number; null when absent or null.</summary>
    public int? Integer(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) => number,
        { ValueKind: JsonValueKind.Number } value when value.TryGetDouble(out var number) && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue => (int)number,
        _ => Wrong<int?>(name, "is not an integer."),
    };

    /// <summary>A list of texts; null when absent or null. Null elements are passed over.</summary>
    public IReadOnlyList<string>? Texts(string name)
    {
        if (Find(name) is not { } list)
            return null;
        if (list.ValueKind != JsonValueKind.Array || list.EnumerateArray().Any(e => e.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)))
            return Wrong<IReadOnlyList<string>?>(name);
        return [.. list.EnumerateArray().Select(e => e.GetString()).OfType<string>()];
    }

    /// <summary>An object; null when absent or null.</summary>
    public JsonElement? Object(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } value => value,
        _ => Wrong<JsonElement?>(name),
    };

    /// <summary>Any value; null when absent or null.</summary>
    public JsonElement? Find(string name) => root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>Notes that a member has a wrong value.</summary>
    public T? Wrong<T>(string name, string what = "is invalid.")
    {
        errors.Add(new FieldError(name, $"{LabelOf(name)} {what}", FieldErrorKind.Format));
        return default;
    }

    /// <inheritdoc/>
    public void Dispose() => document?.Dispose();

    /// <summary>What messages call a member: <c>bim_snippet</c> is <c>Bim snippet</c>.</summary>
    internal static string LabelOf(string name)
    {
        var words = name.Replace('_', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    internal static ProblemException Malformed(string message) => new(new Problem.Malformed(message));
}
