using System.Text;
using ModelContextProtocol.Protocol;
using OpenProject.Api.Hal;
using OpenProject.Api.Hal.Writers;
using OpenProject.Api.Mcp.Prompts;
using OpenProject.Api.Mcp.Tools;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Mcp.Resources;

/// <summary>A resource of the protocol: something that API v3 has an address for, read by that address, never fetched from it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Title">The name that people read.</param>
/// <param name="Description">What it is, for a model.</param>
/// <param name="Path">The path; one that has <c>{id}</c> is a template.</param>
/// <param name="ReadAsync">Reads it with the caller's rights, by the id that a template takes and for the address that was asked for.</param>
internal sealed record DeclaredResource(
    string Name, string Title, string Description, string Path, Func<IServiceProvider, string, string, CancellationToken, Task<ResourceContents>> ReadAsync)
{
    /// <summary>The type of what API v3 has a body for.</summary>
    public const string Json = "application/json";

    private const string Hole = "{id}";
    private const int LongestId = 255;

    /// <summary>Whether it stands for many.</summary>
    public bool IsTemplate => Path.Contains(Hole, StringComparison.Ordinal);

    /// <summary>The type of what it is; null where that depends.</summary>
    public string? MimeType { get; init; } = Json;

    /// <summary>What the ids of a template are.</summary>
    public Completed Completed { get; init; }

    /// <summary>Further paths that lead to the same, as people copy them from pages.</summary>
    public IReadOnlyList<string> OtherPaths { get; init; } = [];

    /// <summary>One that is read as API v3 would write it.</summary>
    public static DeclaredResource Of(
        string name, string title, string description, string path, Func<IServiceProvider, string, CancellationToken, Task<IHalDocument>> read) =>
        new(name, title, description, path, async (services, id, uri, cancellationToken) => new TextResourceContents
        {
            Uri = uri, MimeType = Json, Text = TextOf(await read(services, id, cancellationToken), services.GetRequiredService<McpWriters>()),
        });

    /// <summary>The id in a path; empty for one that is no template, null when the path is another one.</summary>
    public string? Match(string path) => IsTemplate
        ? OtherPaths.Prepend(Path).Select(template => IdIn(path, template)).FirstOrDefault(id => id is not null)
        : path == Path ? "" : null;

    private static string TextOf(IHalDocument document, McpWriters writers)
    {
        using var buffer = new HalBuffer();
        document.Accept(new HalDocumentWriter(buffer.Json, writers.Single));
        buffer.Json.Flush();
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }

    private static string? IdIn(string path, string template)
    {
        var hole = template.IndexOf(Hole, StringComparison.Ordinal);
        var (before, after) = (template[..hole], template[(hole + Hole.Length)..]);
        return path.Length - before.Length - after.Length is > 0 and <= LongestId
            && path.StartsWith(before, StringComparison.Ordinal) && path.EndsWith(after, StringComparison.Ordinal)
            && path[before.Length..^after.Length] is var id && !id.Contains('/', StringComparison.Ordinal)
            ? id
            : null;
    }
}
