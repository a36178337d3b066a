using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>
/// A tool, said once: what a list tells of it, what it takes and answers, and what it does. It asks the application's services
/// with the caller's rights, as API v3 does, and knows no other way to the data.
/// </summary>
/// <param name="Name">The name.</param>
/// <param name="Title">The name that people read.</param>
/// <param name="Description">What it is for, for a model.</param>
/// <param name="Kind">What it does to the data.</param>
/// <param name="Arguments">What it takes.</param>
/// <param name="Output">What it answers.</param>
/// <param name="RunAsync">Does it.</param>
internal sealed record DeclaredTool(
    string Name, string Title, string Description, ToolKind Kind, IReadOnlyList<Argument> Arguments, ToolOutput Output, Func<ToolCall, Task<ToolResult>> RunAsync)
{
    /// <summary>The path of the same resource at API v3, where the answer comes as an embedded one; null elsewhere.</summary>
    public string? ResourcePath { get; init; }

    /// <summary>The set that it is turned on with; null for those of the usual catalogue.</summary>
    public string? Toolset { get; init; }

    /// <summary>Whether OpenProject has it too; these come first in lists.</summary>
    public bool IsPublished { get; init; }

    /// <summary>The key that has a call made once, however often it is sent; every tool that writes takes it.</summary>
    public static readonly Argument<string> IdempotencyKey =
        Tools.Arguments.Name("idempotency_key", "A text of your own for this call: sent again with it within 24 hours, it is not done again.");

    /// <summary>Whether people are to be told of what is written, as API v3 is asked by its parameter of that name.</summary>
    public static readonly Argument<bool> Notify = Tools.Arguments.Flag("notify", "false so that nobody is told of it.");

    /// <summary>Whether it writes what people are told of, and takes <see cref="Notify"/>.</summary>
    public bool CanKeepQuiet { get; init; }

    /// <summary>Whether it changes anything.</summary>
    public bool Writes => Kind != ToolKind.Reads;

    /// <summary>A tool that reads or writes one resource.</summary>
    public static DeclaredTool Of<TDto>(
        string name, string title, string description, ToolKind kind, IReadOnlyList<Argument> arguments, Func<ToolCall, Task<Document<TDto>>> run)
        where TDto : class, IResourceDto =>
        new(name, title, description, kind, arguments, ToolOutput.One(typeof(TDto)), async call =>
        {
            // What links lead to is read by asking for it.
            var document = await run(call) with { Embedded = null };
            return new ToolResult((json, scope) => scope.WriteDocument(json, document));
        });

    /// <summary>A tool that reads a whole collection, as API v3 writes it.</summary>
    public static DeclaredTool Collection<TDto>(
        string name, string title, string description, string path, Func<ToolCall, CollectionQuery, Task<Page<TDto>>> run)
        where TDto : class, IResourceDto =>
        new(name, title, description, ToolKind.Reads, [], ToolOutput.Collection(typeof(TDto)), async call =>
        {
            var page = await run(call, new CollectionQuery { Path = path });
            return new ToolResult((json, scope) => scope.WriteDocument(json, page), IsList: true);
        })
        {
            ResourcePath = path,
        };

    /// <summary>A tool that lists all there are, of what is never many; pages are cut from the whole.</summary>
    public static DeclaredTool Whole<TDto>(
        string name, string title, string description, IReadOnlyList<Argument> arguments, Func<ToolCall, CollectionQuery, Task<Page<TDto>>> run)
        where TDto : class, IResourceDto
    {
        var place = new Place(Place.OfWhole);
        return new DeclaredTool(name, title, description, ToolKind.Reads, [.. arguments, .. place.Arguments], ToolOutput.Search(typeof(TDto)), async call =>
        {
            var (page, size) = place.Of(call);
            var whole = await run(call, new CollectionQuery { Path = "/mcp/" + name });
            return SearchResult.Of(whole with
            {
                Items = [.. whole.Items.Skip((page - 1) * size).Take(size)], Query = whole.Query with { Offset = page, PageSize = size },
            });
        });
    }

    /// <summary>A tool that searches, a page at a time.</summary>
    /// <param name="name">The name.</param>
    /// <param name="title">The name that people read.</param>
    /// <param name="description">What it is for, for a model.</param>
    /// <param name="pageSize">Elements a page, unless fewer are asked for.</param>
    /// <param name="conditions">What narrows the search.</param>
    /// <param name="others">What else it takes.</param>
    /// <param name="run">Reads a page.</param>
    /// <param name="membersOf">The members of the elements that are written, unless the caller says which; all when null.</param>
    public static DeclaredTool Search<TDto>(
        string name,
        string title,
        string description,
        int pageSize,
        IReadOnlyList<Condition> conditions,
        IReadOnlyList<Argument> others,
        Func<ToolCall, CollectionQuery, Task<Page<TDto>>> run,
        Func<ToolCall, IReadOnlySet<string>?>? membersOf = null)
        where TDto : class, IResourceDto
    {
        var place = new Place(pageSize);
        var select = Tools.Arguments.Names("select", "Only these members of the items and names of their links, which costs fewer tokens.");
        IReadOnlyList<Argument> arguments = [.. conditions.Select(c => c.Argument), .. others, .. place.Arguments, select];
        return new DeclaredTool(name, title, description, ToolKind.Reads, arguments, ToolOutput.Search(typeof(TDto)), async call =>
        {
            var members = call.Of(select) is { } wanted ? SearchResult.Selected<TDto>(wanted, call.Get<McpWriters>()) : membersOf?.Invoke(call);
            var clauses = conditions.Where(c => call.Has(c.Argument)).Select(c => c.ClauseOf(call)).ToList();
            var (page, size) = place.Of(call);
            var query = new CollectionQuery { Path = "/mcp/" + name, Offset = page, PageSize = size, Select = members is null ? null : new Selection(null, members) };
            return SearchResult.Of(await run(call, query.Filtered(clauses)));
        });
    }
}
