using OpenProject.Api.Mcp.Prompts;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Mcp.Resources;

/// <summary>A resource of the protocol: something that API v3 has an address for, read by that address, never fetched from it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Title">The name that people read.</param>
/// <param name="Description">What it is, for a model.</param>
/// <param name="Path">The path; one that has <c>{id}</c> is a template.</param>
/// <param name="ReadAsync">Reads it with the caller's rights; for a template the last argument but one is the id.</param>
internal sealed record DeclaredResource(
    string Name, string Title, string Description, string Path, Func<IServiceProvider, string, CancellationToken, Task<IHalDocument>> ReadAsync)
{
    private const string Hole = "{id}";
    private const int LongestId = 255;

    /// <summary>Whether it stands for many.</summary>
    public bool IsTemplate => Path.Contains(Hole, StringComparison.Ordinal);

    /// <summary>What the ids of a template are.</summary>
    public Completed Completed { get; init; }

    /// <summary>Further paths that lead to the same, as people copy them from pages.</summary>
    public IReadOnlyList<string> OtherPaths { get; init; } = [];

    /// <summary>The id in a path; empty for one that is no template, null when the path is another one.</summary>
    public string? Match(string path) => IsTemplate
        ? OtherPaths.Prepend(Path).Select(template => IdIn(path, template)).FirstOrDefault(id => id is not null)
        : path == Path ? "" : null;

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
