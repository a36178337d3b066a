using System.Runtime.InteropServices;

namespace OpenProject.Api.Composition;

/// <summary>The heap of the C library, from which the runtime, its compiler and SQLite take what they need.</summary>
internal static class NativeHeap
{
    private const int MappingThreshold = -3; // M_MMAP_THRESHOLD of malloc.h
    private const int MostPools = -8; // M_ARENA_MAX
    private const int Slab = 64 * 1024; // what the compiler takes at a time

    /// <summary>
    /// Has what the compiler gives back go back to the system at once, and threads share one pool. By itself glibc keeps what is free, in a
    /// pool for each thread that ever compiled: tens of megabytes once the server is warm. Other C libraries are left as they are.
    /// </summary>
    public static void GiveBackWhatIsFree()
    {
        if (!NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "mallopt", out var set))
            return;
        var option = Marshal.GetDelegateForFunctionPointer<SetOption>(set);
        _ = option(MappingThreshold, Slab);
        _ = option(MostPools, 1);
    }

    private delegate int SetOption(int option, int value);
}
