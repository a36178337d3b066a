namespace OpenProject.Application.Common;

/// <summary>Renders people's texts. Safe to call from any thread at any time.</summary>
public interface IMarkdown
{
    /// <summary>
    /// CommonMark 0.31 with pipe tables, task lists, autolinks and strikethrough as HTML that is safe to show: no
    /// scripts, no event handlers, no addresses but http, https, mailto and relative ones, no styles but the alignment
    /// of table cells. Paragraphs have the class <c>op-uc-p</c>. Never fails: a text that is too long or too deeply nested to be
    /// rendered is shown as it was typed. Done once, when the text is written; readers get what was stored.
    /// </summary>
    /// <param name="markdown">The text as typed.</param>
    /// <returns>HTML without a final line break; empty for no text.</returns>
    string ToHtml(string? markdown);
}
