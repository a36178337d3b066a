using Ganss.Xss;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using OpenProject.Application.Common;

namespace OpenProject.Infrastructure.Markdown;

/// <summary>Markdig renders, HtmlSanitizer removes what could run; both are configured once and used by all threads.</summary>
internal sealed class MarkdigMarkdown : IMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseAutoLinks().UseEmphasisExtras().Build();

    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer();

    /// <inheritdoc/>
    public string ToHtml(string? markdown)
    {
        if (string.IsNullOrEmpty(markdown))
            return "";
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        foreach (var paragraph in document.Descendants<ParagraphBlock>())
            paragraph.GetAttributes().AddClass("op-uc-p");
        return Sanitizer.Sanitize(document.ToHtml(Pipeline)).TrimEnd('\n');
    }

    private static HtmlSanitizer CreateSanitizer()
    {
        var sanitizer = new HtmlSanitizer();
        sanitizer.AllowedAttributes.Remove("style");
        sanitizer.AllowedAttributes.Add("class");
        sanitizer.AllowedTags.Remove("form");
        sanitizer.AllowedTags.Remove("button");
        sanitizer.AllowedSchemes.Add("mailto");
        return sanitizer;
    }
}
