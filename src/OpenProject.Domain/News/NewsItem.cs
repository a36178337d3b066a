using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;

namespace OpenProject.Domain.News;

/// <summary>Something that a project tells its readers.</summary>
public sealed class NewsItem : AggregateRoot, ITimestamped, IContent
{
    /// <summary>Longest title.</summary>
    public const int TitleLimit = 60;

    /// <summary>Longest summary.</summary>
    public const int SummaryLimit = 255;

    private NewsItem()
    {
    }

    /// <summary>The project that tells it.</summary>
    public long ProjectId { get; private set; }

    /// <summary>The project; for queries only.</summary>
    public Project Project { get; private set; } = null!;

    /// <summary>Who wrote it.</summary>
    public long AuthorId { get; private set; }

    /// <summary>The author; for queries only.</summary>
    public Principal Author { get; private set; } = null!;

    /// <summary>The headline.</summary>
    public string Title { get; private set; } = "";

    /// <summary>What it is about, in a sentence; empty for none.</summary>
    public string Summary { get; private set; } = "";

    /// <summary>The whole text, Markdown.</summary>
    public string? Description { get; private set; }

    /// <summary>The whole text, rendered.</summary>
    public string? DescriptionHtml { get; private set; }

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>News that still needs a project and a title.</summary>
    public static NewsItem Draft(long authorId, DateTime now) => new() { AuthorId = authorId, CreatedAt = now, UpdatedAt = now };

    /// <summary>News of a project.</summary>
    /// <exception cref="BrokenRule">Blank or too long title.</exception>
    public static NewsItem Create(long projectId, long authorId, string title, DateTime now)
    {
        var news = Draft(authorId, now);
        news.TellIn(projectId);
        news.Headline(title);
        return news;
    }

    /// <summary>Puts it into a project.</summary>
    public void TellIn(long projectId) => ProjectId = projectId;

    /// <summary>Gives it another title.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Headline(string? title) => Title = TextRule.Required(title, "title", "Title", TitleLimit);

    /// <summary>Sums it up.</summary>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void Summarize(string? summary) => Summary = TextRule.Optional(summary, "summary", "Summary", SummaryLimit) ?? "";

    /// <summary>Tells the whole.</summary>
    /// <param name="raw">Markdown.</param>
    /// <param name="html">The same, rendered.</param>
    public void Describe(string? raw, string? html) => (Description, DescriptionHtml) = (raw, html);

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
