using ModelContextProtocol;

namespace OpenProject.Api.Mcp;

/// <summary>Pages of lists: everything is on the first one, so there are no cursors that could lead to another.</summary>
internal static class Cursors
{
    /// <summary>How long clients may keep lists.</summary>
    public static readonly TimeSpan ListsHold = TimeSpan.FromMinutes(5);

    /// <summary>Refuses a cursor.</summary>
    /// <exception cref="McpProtocolException">There is one.</exception>
    public static void Check(string? cursor)
    {
        if (cursor is not null)
            throw new McpProtocolException("There is no such cursor.", McpErrorCode.InvalidParams);
    }
}
