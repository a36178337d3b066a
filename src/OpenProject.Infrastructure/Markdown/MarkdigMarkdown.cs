using System.Net;
using Ganss.Xss;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using OpenProject.Application.Common;

namespace OpenProject.Infrastructure.Markdown;

/// <summary>
/// Markdig renders, <see cref="HtmlBalancer"/> bounds what people's own HTML can do to a tree, HtmlSanitizer removes what could run.
/// All are configured once and used by all threads.
/// </summary>
internal sealed class MarkdigMarkdown : IMarkdown
{
    /// <summary>Longest text that is rendered. Some inputs cost Markdig the square of their length: at this length, a second or two.</summary>
    public const int RenderLimit = 65_536;

    private const string ParagraphClass = "op-uc-p";

    private static readonly MarkdownPipeline Pipeline = Configured().Build();
    private static readonly MarkdownPipeline WithoutHtml = Configured().DisableHtml().Build();
    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer();

    /// <inheritdoc/>
    public string ToHtml(string? markdown)
    {
        if (string.IsNullOrEmpty(markdown))
            return "";
        var html = markdown.Length > RenderLimit ? null : Balanced(markdown, Pipeline) ?? Balanced(markdown, WithoutHtml);
        return html is null ? AsTyped(markdown) : Sanitizer.Sanitize(html).TrimEnd('\n');
    }

    private static string? Balanced(string markdown, MarkdownPipeline pipeline)
    {
        try
        {
            var document = Markdig.Markdown.Parse(markdown, pipeline);
            foreach (var paragraph in document.Descendants<ParagraphBlock>())
                paragraph.GetAttributes().AddClass(ParagraphClass);
            return HtmlBalancer.Balance(document.ToHtml(pipeline));
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested too deeply with this general exception.
            return null;
        }
    }

    private static string AsTyped(string text) =>
        $"<p class=\"{ParagraphClass}\">{WebUtility.HtmlEncode(text).ReplaceLineEndings("<br>")}</p>";

    private static MarkdownPipelineBuilder Configured() =>
        new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras();

    private static HtmlSanitizer CreateSanitizer() => new(new HtmlSanitizerOptions
    {
        AllowedTags = HtmlVocabulary.Elements.Union(HtmlVocabulary.VoidElements).ToHashSet(StringComparer.OrdinalIgnoreCase),
        AllowedAttributes = HtmlVocabulary.Attributes.ToHashSet(StringComparer.OrdinalIgnoreCase),
        AllowedCssProperties = HtmlVocabulary.Properties.ToHashSet(StringComparer.OrdinalIgnoreCase),
        AllowedSchemes = HtmlVocabulary.Schemes.ToHashSet(StringComparer.OrdinalIgnoreCase),
        UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href", "src" },
    });
}
