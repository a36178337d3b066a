using System.Collections.Concurrent;
using OpenProject.Application.Common;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Permissions;

/// <summary>What viewers were found to be allowed, for a second at the longest.</summary>
public sealed class AccessMemory(IChangeSignal signal, TimeProvider clock)
{
    private const int MostViewers = 10_000;

    private readonly ShortMemory<Viewer, Facts> memory = new(() => signal.SettledEpoch, clock, TimeSpan.FromSeconds(1), MostViewers);

    /// <summary>What is known of a viewer; the facts that a request holds stay the same for it.</summary>
    internal Facts Of(Viewer viewer)
    {
        var epoch = memory.Now;
        if (!memory.TryGet(viewer, out var facts))
            memory.Put(viewer, facts = new Facts(), epoch);
        return facts;
    }

    /// <summary>What is known of one viewer.</summary>
    internal sealed class Facts
    {
        /// <summary>By project.</summary>
        public ConcurrentDictionary<long, PermissionSet> InProjects { get; } = new();

        /// <summary>Whether held in any project.</summary>
        public ConcurrentDictionary<Permission, bool> Anywhere { get; } = new();

        /// <summary>Those that need no project, boxed so that it is set at once; null until asked for.</summary>
        public object? Global { get; set; }
    }
}
