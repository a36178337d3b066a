using System.Text;

namespace OpenProject.Infrastructure.Markdown;

/// <summary>
/// Writes HTML anew so that every element is closed in order and none lies too deep. What a tree builder makes of
/// unbalanced tags can be far deeper and larger than the text, and whoever walks such a tree runs out of stack or
/// memory; what this leaves is bounded by its length. Runs once over the text. That the content is safe is the
/// sanitiser's part.
/// </summary>
internal sealed class HtmlBalancer
{
    private const int DepthLimit = 100;

    private readonly StringBuilder output;
    private readonly List<string> open = [];
    private readonly string html;
    private int at;

    private HtmlBalancer(string html)
    {
        this.html = html;
        output = new StringBuilder(html.Length);
    }

    /// <summary>The same in order, with the elements of <see cref="HtmlVocabulary"/> only; null when it is nested too deeply.</summary>
    public static string? Balance(string html) => new HtmlBalancer(html).Run();

    private string? Run()
    {
        while (at < html.Length)
        {
            var tag = html.IndexOf('<', at);
            output.Append(html, at, (tag < 0 ? html.Length : tag) - at);
            at = tag < 0 ? html.Length : tag;
            if (tag >= 0)
                ReadMarkup();
            if (open.Count > DepthLimit)
                return null;
        }

        CloseDownTo(0);
        return output.ToString();
    }

    private void ReadMarkup()
    {
        if (HtmlTag.Read(html, at) is { } tag)
        {
            at = tag.End;
            Take(tag);
        }
        else if (at + 1 < html.Length && html[at + 1] is '!' or '?' or '/')
        {
            var end = html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal) ? "-->" : ">";
            SkipTo(end);
            at = Math.Min(at + end.Length, html.Length);
        }
        else
        {
            output.Append("&lt;");
            at++;
        }
    }

    private void Take(HtmlTag tag)
    {
        if (HtmlVocabulary.Swallowed.Contains(tag.Name))
        {
            if (!tag.IsEnd)
                SkipTo($"</{tag.Name}");
        }
        else if (HtmlVocabulary.VoidElements.Contains(tag.Name))
        {
            if (!tag.IsEnd)
                TakeVoid(tag);
        }
        else if (HtmlVocabulary.Elements.Contains(tag.Name))
        {
            if (tag.IsEnd)
                Close(tag.Name);
            else
                Open(tag);
        }
    }

    // The only input is the box of a task, and nobody can tick it.
    private void TakeVoid(HtmlTag tag)
    {
        if (tag.Name != "input")
            tag.WriteTo(output);
        else if (tag.Attributes.Any(a => a is { Name: "type", Value: "checkbox" }))
            output.Append(tag.Attributes.Any(a => a.Name == "checked")
                ? "<input disabled=\"disabled\" type=\"checkbox\" checked=\"checked\">"
                : "<input disabled=\"disabled\" type=\"checkbox\">");
    }

    private void Open(HtmlTag tag)
    {
        open.Add(tag.Name);
        tag.WriteTo(output);
    }

    private void Close(string name)
    {
        var index = open.LastIndexOf(name);
        if (index >= 0)
            CloseDownTo(index);
    }

    private void CloseDownTo(int depth)
    {
        for (var i = open.Count - 1; i >= depth; i--)
            output.Append("</").Append(open[i]).Append('>');
        open.RemoveRange(depth, open.Count - depth);
    }

    private void SkipTo(string text)
    {
        var found = html.IndexOf(text, at, StringComparison.OrdinalIgnoreCase);
        at = found < 0 ? html.Length : found;
    }
}
