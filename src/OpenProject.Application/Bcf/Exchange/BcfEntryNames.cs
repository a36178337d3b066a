using OpenProject.Domain.Attachments;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>
/// The names of files in a topic's folder of an archive: none twice, whatever case counts where it is unpacked, and none that leads out of
/// the folder or that some system has no file of. What people have called a file is only a wish.
/// </summary>
internal sealed class BcfEntryNames
{
    /// <summary>The topic itself.</summary>
    public const string Markup = "markup.bcf";

    /// <summary>The first viewpoint, which all programs look for.</summary>
    public const string FirstViewpoint = "viewpoint.bcfv";

    private const int LongestStem = 100;
    private const int LongestEnding = 20;

    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase) { Markup, FirstViewpoint, FirstSnapshot("png"), FirstSnapshot("jpg") };

    /// <summary>The picture of the first viewpoint, which all programs look for.</summary>
    public static string FirstSnapshot(string type) => "snapshot." + type;

    /// <summary>A name that nothing in the folder has: the one wished for, or one like it.</summary>
    public string Free(string wished)
    {
        var safe = string.Concat(BcfXml.Clean(Attachment.LastPartOf(wished)!).Select(c => c is '<' or '>' or ':' or '"' or '|' or '?' or '*' ? '_' : c)).Trim().TrimEnd('.', ' ');
        var (stem, ending) = (Cut(Path.GetFileNameWithoutExtension(safe), LongestStem), Cut(Path.GetExtension(safe), LongestEnding));
        if (stem.Length == 0)
            stem = "file";
        var name = stem + ending;
        for (var count = 2; !used.Add(name); count++)
            name = $"{stem} ({count}){ending}";
        return name;
    }

    private static string Cut(string text, int limit) => text.Length <= limit ? text : text[..limit];
}
