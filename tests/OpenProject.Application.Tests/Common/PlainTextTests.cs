using OpenProject.Application.Common;

namespace OpenProject.Application.Tests.Common;

internal sealed class PlainTextTests
{
    [TestCase(null, "")]
    [TestCase(" \n ", "")]
    [TestCase("Hello *world*", "<p>Hello *world*</p>")]
    [TestCase("one\ntwo\r\n\r\n  \nthree", "<p>one<br>\ntwo</p>\n<p>three</p>")]
    [TestCase("<script>alert('1')</script>", "<p>&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;</p>")]
    public void Plain_text_is_shown_as_it_was_typed(string? text, string html) => Assert.That(PlainText.ToHtml(text), Is.EqualTo(html));
}
