using OpenProject.Application.Common;
using OpenProject.Domain.CustomActions;

namespace OpenProject.Application.CustomActions;

/// <summary>The actions of the installation, for a second at the longest: every work package asks for them.</summary>
public sealed class CustomActionDirectory(IChangeSignal signal, TimeProvider clock)
{
    // There is one directory.
    private const int TheOne = 0;

    private readonly ShortMemory<int, IReadOnlyList<CustomAction>> memory = new(() => signal.SettledEpoch, clock, TimeSpan.FromSeconds(1), most: 1);

    /// <summary>The actions, in order. One statement at most.</summary>
    public async ValueTask<IReadOnlyList<CustomAction>> GetAsync(IReadStore store, CancellationToken cancellationToken)
    {
        if (memory.TryGet(TheOne, out var known))
            return known;
        var moment = memory.Now;
        var actions = await store.ListAsync(store.Rows<CustomAction>().OrderBy(a => a.Position).ThenBy(a => a.Id), cancellationToken);
        memory.Put(TheOne, actions, moment);
        return actions;
    }
}
