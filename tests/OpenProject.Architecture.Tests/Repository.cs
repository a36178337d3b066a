using System.Runtime.CompilerServices;

namespace OpenProject.Architecture.Tests;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The absolute path of a file or folder, given relative to the root with slashes.</summary>
    public static string PathOf(string relative, [CallerFilePath] string source = "")
    {
        var at = new DirectoryInfo(Path.GetDirectoryName(source)!);
        while (!File.Exists(Path.Combine(at.FullName, "OpenProject.Api.sln")))
            at = at.Parent ?? throw new DirectoryNotFoundException($"No repository holds {source}.");
        return Path.Combine(at.FullName, relative);
    }
}
