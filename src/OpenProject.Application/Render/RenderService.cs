using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Render;

/// <summary>Shows what a text would look like.</summary>
public sealed class RenderService(ResourceReader reader, ResourceRegistry registry, IMarkdown markdown)
{
    /// <summary>Markdown as sanitised HTML.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">The href of what the text is about; null for nothing. One that the viewer does not see leaves as an invalid context.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<string> MarkdownAsync(string text, string? context, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(context) && !await IsVisibleAsync(context, cancellationToken))
            throw new ProblemException(new Problem.InvalidRenderContext());
        return markdown.ToHtml(text);
    }

    private async Task<bool> IsVisibleAsync(string context, CancellationToken cancellationToken)
    {
        var slash = context.LastIndexOf('/');
        return slash > 0 && long.TryParse(context.AsSpan(slash + 1), System.Globalization.NumberStyles.None, null, out var id)
            && registry.AtPath(new ResourcePath(context[..slash])) is { } kind && await kind.IsVisibleAsync(reader, id, cancellationToken);
    }
}
