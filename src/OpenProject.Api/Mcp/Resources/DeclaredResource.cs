using OpenProject.Api.Mcp.Prompts;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Mcp.Resources;

/// <summary>A resource of the protocol: something that API v3 has an address for, read by that address, never fetched from it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Title">The name that people read.</param>
/// <param name="Description">What it is, for a model.</param>
/// <param name="Path">The path; one that ends with <c>{id}</c> is a template.</param>
/// <param name="ReadAsync">Reads it with the caller's rights; for a template the last argument but one is the id.</param>
internal sealed record DeclaredResource(
    string Name, string Title, string Description, string Path, Func<IServiceProvider, string, CancellationToken, Task<IHalDocument>> ReadAsync)
{
    private const string Hole = "{id}";

    /// <summary>Whether it stands for many.</summary>
    public bool IsTemplate => Path.EndsWith(Hole, StringComparison.Ordinal);

    /// <summary>What the ids of a template are.</summary>
    public Completed Completed { get; init; }

    /// <summary>Further paths that lead to the same, as people copy them from pages.</summary>
    public IReadOnlyList<string> OtherPaths { get; init; } = [];

    /// <summary>The id in a path; empty for one that is no template, null when the path is another one.</summary>
    public string? Match(string path)
    {
        if (!IsTemplate)
            return path == Path ? "" : null;
        foreach (var candidate in OtherPaths.Prepend(Path))
        {
            var prefix = candidate[..^Hole.Length];
            if (path.StartsWith(prefix, StringComparison.Ordinal) && path[prefix.Length..] is { Length: > 0 and <= 255 } id && !id.Contains('/', StringComparison.Ordinal))
                return id;
        }

        return null;
    }
}
