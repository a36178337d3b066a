using System.Collections.Concurrent;

namespace OpenProject.Api.Pages;

/// <summary>The files that pages refer to, read when they are first asked for.</summary>
public sealed class PageFiles
{
    private readonly ConcurrentDictionary<string, PageFile> files = new(StringComparer.Ordinal);

    /// <summary>The file of that name, or null.</summary>
    public PageFile? Find(string name)
    {
        // Names that are none must not fill the memory.
        if (!files.TryGetValue(name, out var file) && PageFile.Find(name) is { } read)
            file = files.GetOrAdd(name, read);
        return file;
    }
}
