using System.Buffers;
using System.Text;
using System.Text.Json;
using OpenProject.Api.Hal.Writers;
using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;

namespace OpenProject.Api.Hal.Readers;

/// <summary>Reads stored changes by the same readers as requests, and writes them as forms say them.</summary>
public sealed class StoredChanges(PayloadReaders readers) : IStoredChanges
{
    private const int MaxDepth = 64;

    /// <inheritdoc/>
    public ChangeSet<TEntity, TDto> Read<TEntity, TDto>(string json, int? lockVersion = null)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        using var document = Parse(json);
        var read = (ChangeSet<TEntity, TDto>)readers.For(typeof(ChangeSet<TEntity, TDto>))!.Read(document.RootElement);
        return new ChangeSet<TEntity, TDto>(read.Changes, read.Errors, lockVersion);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> UnknownIn<TEntity, TDto>(string json)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        using var document = Parse(json);
        return [.. readers.For(typeof(ChangeSet<TEntity, TDto>))!.UnknownIn(document.RootElement)];
    }

    /// <inheritdoc/>
    public string Write<TEntity, TDto>(Form<TEntity, TDto> form)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
            FormWriter.WritePayload(json, form);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            var document = StrictJson.Parse(Encoding.UTF8.GetBytes(json), MaxDepth);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            throw new ProblemException(new Problem.Malformed("The change was not a single JSON object."));
        }
        catch (JsonException)
        {
            throw new ProblemException(new Problem.Malformed("The change could not be parsed as JSON."));
        }
    }
}
