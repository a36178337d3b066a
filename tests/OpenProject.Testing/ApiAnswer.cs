using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace OpenProject.Testing;

/// <summary>What the server answered, read whole.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers, without those of the body.</param>
/// <param name="ContentHeaders">The headers of the body.</param>
/// <param name="Text">The body; empty when there is none.</param>
public sealed record ApiAnswer(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, string Text)
{
    /// <summary>The body as JSON; undefined when there is none.</summary>
    /// <exception cref="JsonException">The body is no JSON.</exception>
    public JsonElement Body => Text.Length == 0 ? default : JsonElement.Parse(Text);

    /// <summary>The value at a path of names and indexes: <c>answer["_embedded/elements/0/subject"]</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message holds the whole body.</exception>
    public JsonElement this[string path]
    {
        get
        {
            var at = Body;
            foreach (var step in path.Split('/'))
            {
                var index = 0;
                if (at.ValueKind == JsonValueKind.Array && int.TryParse(step, out index) && index < at.GetArrayLength())
                    at = at[index];
                else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at))
                    throw new KeyNotFoundException($"No '{step}' of '{path}' in: {Text}");
            }

            return at;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{(int)Status} {Text}";
}
