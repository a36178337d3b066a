namespace OpenProject.Application.Common;

/// <summary>Renders Markdown to HTML that is safe to show.</summary>
public interface IMarkdown
{
    /// <summary>CommonMark with tables, task lists and autolinks as sanitised HTML; empty for no text.</summary>
    string ToHtml(string? markdown);
}
