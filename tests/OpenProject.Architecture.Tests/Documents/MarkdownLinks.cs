using System.Text.RegularExpressions;

namespace OpenProject.Architecture.Tests.Documents;

/// <summary>Links between the documents of the repository.</summary>
internal static partial class MarkdownLinks
{
    /// <summary>What a document links to in the repository and does not find there.</summary>
    /// <param name="file">The document's path.</param>
    /// <param name="markdown">Its text.</param>
    public static IEnumerable<string> Broken(string file, string markdown)
    {
        var folder = Path.GetDirectoryName(file)!;
        return Link().Matches(markdown)
            .Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Where(target => !Path.Exists(Path.Combine(folder, target.Split('#')[0])));
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
