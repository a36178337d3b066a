using System.Runtime.InteropServices;

namespace OpenProject.Api.Composition;

/// <summary>The heap of the C library, from which the compiler and SQLite take what they need.</summary>
internal static class NativeHeap
{
    private const int MappingThreshold = -3; // M_MMAP_THRESHOLD of malloc.h
    private const int Slab = 64 * 1024; // what the compiler takes at a time

    /// <summary>
    /// Has what the compiler gives back go back to the system at once. By itself glibc keeps it, in a pool for each thread that ever
    /// compiled: tens of megabytes once the server is warm. Other C libraries are left as they are.
    /// </summary>
    public static void GiveBackWhatIsFree()
    {
        if (NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), "mallopt", out var set))
            _ = Marshal.GetDelegateForFunctionPointer<SetOption>(set)(MappingThreshold, Slab);
    }

    private delegate int SetOption(int option, int value);
}
