using OpenProject.Application.Queries;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>An argument that narrows a search, by a filter of the resource that is searched.</summary>
/// <param name="Argument">The argument.</param>
/// <param name="ClauseOf">What the filter is asked when it is given.</param>
internal sealed record Condition(Argument Argument, Func<ToolCall, FilterClause> ClauseOf)
{
    /// <summary>One id.</summary>
    public static Condition Id(string name, string description, string filter)
    {
        var argument = Arguments.Id(name, description);
        return new(argument, call => new FilterClause(filter, "=", [ValueText.Of(call.Of(argument))]));
    }

    /// <summary>One id or several.</summary>
    public static Condition Ids(string name, string description, string filter)
    {
        var argument = Arguments.Ids(name, description);
        return new(argument, call => new FilterClause(filter, "=", [.. call.Of(argument)!.Select(ValueText.Of)]));
    }

    /// <summary>One id, or null for those that have none.</summary>
    public static Condition IdOrNull(string name, string description, string filter)
    {
        var argument = Arguments.IdOrNull(name, description);
        return new(argument, call => call.Of(argument) is { } id ? new FilterClause(filter, "=", [ValueText.Of(id)]) : new FilterClause(filter, "!*", []));
    }

    /// <summary>A part of a text, whatever the case.</summary>
    public static Condition Part(string name, string description, string filter)
    {
        var argument = Arguments.Name(name, description);
        return new(argument, call => new FilterClause(filter, "~", [call.Of(argument)!]));
    }

    /// <summary>One of a few words.</summary>
    public static Condition OneOf(string name, string description, string filter, IReadOnlyList<string> words)
    {
        var argument = Arguments.OneOf(name, description, words);
        return new(argument, call => new FilterClause(filter, "=", [call.Of(argument)!]));
    }
}
