using OpenProject.Domain.Common;
using OpenProject.Domain.News;

namespace OpenProject.Domain.Tests.News;

internal sealed class NewsItemTests
{
    private readonly NewsItem news = NewsItem.Create(projectId: 1, authorId: 2, "We moved", DateTime.UnixEpoch);

    [TestCase(null)]
    [TestCase("  ")]
    public void News_has_a_title(string? title) =>
        Assert.That(() => news.Headline(title), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("title"));

    [Test]
    public void Title_and_summary_are_short()
    {
        news.Headline(new string('t', NewsItem.TitleLimit) + " ");
        news.Summarize(new string('s', NewsItem.SummaryLimit));

        Assert.That((news.Title.Length, news.Summary.Length), Is.EqualTo((60, 255)));
        Assert.That(() => news.Headline(news.Title + "t"), Throws.TypeOf<BrokenRule>());
        Assert.That(() => news.Summarize(news.Summary + "s"), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("summary"));
    }

    [Test]
    public void News_may_go_without_a_summary()
    {
        news.Summarize(null);

        Assert.That(news.Summary, Is.Empty);
    }
}
