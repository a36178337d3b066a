using OpenProject.Application.Common;
using OpenProject.Domain.Common;

namespace OpenProject.Application.Queries;

/// <summary>
/// Rows as one viewer sees them embedded in others, for a second at the longest: most work packages embed the same types,
/// statuses, people and projects.
/// </summary>
public sealed class EmbeddedMemory(IChangeSignal signal, TimeProvider clock)
{
    private const int MostRows = 20_000;

    private readonly ShortMemory<(Viewer Viewer, Type Dto, long Id), object?> settled =
        new(() => signal.SettledEpoch, clock, TimeSpan.FromSeconds(1), MostRows);

    private readonly ShortMemory<(Viewer Viewer, Type Dto, long Id), object?> content =
        new(() => signal.Epoch, clock, TimeSpan.FromSeconds(1), MostRows);

    /// <summary>The rows of an entity, or null for one that the viewer may not see, by kind of row and id.</summary>
    internal ShortMemory<(Viewer Viewer, Type Dto, long Id), object?> Of<TEntity>() =>
        typeof(IContent).IsAssignableFrom(typeof(TEntity)) ? content : settled;
}
