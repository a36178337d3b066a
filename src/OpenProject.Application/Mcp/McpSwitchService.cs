using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Domain.Mcp;

namespace OpenProject.Application.Mcp;

/// <summary>Reads and turns the switches of the MCP server.</summary>
public sealed class McpSwitchService(Access access, IReadStore store, IAggregates<McpSwitch> switches, IUnitOfWork unitOfWork, McpSwitchMemory memory)
{
    // There is one server.
    private const int TheOne = 0;

    /// <summary>All that was decided. One statement at most.</summary>
    public async ValueTask<McpSwitches> GetAsync(CancellationToken cancellationToken)
    {
        if (memory.Known.TryGet(TheOne, out var known))
            return known;
        var moment = memory.Known.Now;
        var read = new McpSwitches(await store.ListAsync(store.Rows<McpSwitch>(), cancellationToken));
        memory.Known.Put(TheOne, read, moment);
        return read;
    }

    /// <summary>Decides about a part; what is null stays as it is. Leaves as forbidden for all but administrators.</summary>
    /// <param name="identifier">The part.</param>
    /// <param name="on">Whether it is there.</param>
    /// <param name="title">The title; empty for its own.</param>
    /// <param name="description">The description; empty for its own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task SetAsync(string identifier, bool? on, string? title, string? description, CancellationToken cancellationToken)
    {
        if (!access.Viewer.IsAdmin)
            throw new ProblemException(new Problem.Forbidden());
        var id = await store.FirstOrDefaultAsync(store.Rows<McpSwitch>().Where(s => s.Identifier == identifier).Select(s => s.Id), cancellationToken);
        if (await switches.FindAsync(id, cancellationToken) is not { } part)
            switches.Add(part = McpSwitch.Of(identifier));
        if (on is { } turned)
            part.Turn(turned);
        if (title is not null)
            part.Call(title);
        if (description is not null)
            part.Describe(description);
        await unitOfWork.SaveAsync(cancellationToken);
    }
}
