using System.Text.Json;

namespace OpenProject.Api.Hal.Readers;

/// <summary>Reads bodies that know themselves how they are read.</summary>
public sealed class RequestBodyReader<TBody> : PayloadReader
    where TBody : class, IRequestBody<TBody>
{
    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;

    /// <inheritdoc/>
    public override object Nothing => TBody.Read(Empty);

    /// <inheritdoc/>
    public override object Read(JsonElement body) => TBody.Read(body);
}
