using System.Diagnostics;
using OpenProject.Infrastructure.Markdown;

namespace OpenProject.Infrastructure.Tests.Markdown;

internal sealed class MarkdigMarkdownTests
{
    private readonly MarkdigMarkdown markdown = new();

    [TestCase(null, "")]
    [TestCase("", "")]
    [TestCase("Hello", "<p class=\"op-uc-p\">Hello</p>")]
    [TestCase("one\n\ntwo", "<p class=\"op-uc-p\">one</p>\n<p class=\"op-uc-p\">two</p>")]
    [TestCase("**b** *i* ~~s~~ `c`", "<p class=\"op-uc-p\"><strong>b</strong> <em>i</em> <del>s</del> <code>c</code></p>")]
    [TestCase("# Title", "<h1>Title</h1>")]
    [TestCase("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>")]
    [TestCase("a < b & c", "<p class=\"op-uc-p\">a &lt; b &amp; c</p>")]
    [TestCase("[home](/projects/demo)", "<p class=\"op-uc-p\"><a href=\"/projects/demo\">home</a></p>")]
    [TestCase("see https://example.org/a?b=1&c=2", "<p class=\"op-uc-p\">see <a href=\"https://example.org/a?b=1&amp;c=2\">https://example.org/a?b=1&amp;c=2</a></p>")]
    [TestCase("![pic](/api/v3/attachments/1/content)", "<p class=\"op-uc-p\"><img src=\"/api/v3/attachments/1/content\" alt=\"pic\"></p>")]
    [TestCase("<br>", "<br>")]
    [TestCase("a <sub>2</sub> <b>c", "<p class=\"op-uc-p\">a <sub>2</sub> <b>c</b></p>")]
    [TestCase("[mail](mailto:ada@example.net)", "<p class=\"op-uc-p\"><a href=\"mailto:ada@example.net\">mail</a></p>")]
    [TestCase(
        "<mention class=\"mention\" data-id=\"7\" data-type=\"user\" data-text=\"@Ada\">@Ada</mention>",
        "<p class=\"op-uc-p\"><mention class=\"mention\" data-id=\"7\" data-type=\"user\" data-text=\"@Ada\">@Ada</mention></p>")]
    public void Texts_become_HTML(string? text, string html) => Assert.That(markdown.ToHtml(text), Is.EqualTo(html));

    [Test]
    public void Tables_keep_their_alignment()
    {
        var html = markdown.ToHtml("| a | b |\n|---|--:|\n| 1 | 2 |");

        Assert.That(html, Does.StartWith("<table>").And.Contain("<th style=\"text-align: right\">b</th>").And.Contain("<td>1</td>"));
    }

    [Test]
    public void Tasks_have_boxes_that_cannot_be_ticked()
    {
        var html = markdown.ToHtml("- [ ] open\n- [x] done");

        Assert.That(html, Does.Contain("<input disabled=\"disabled\" type=\"checkbox\"> open").And.Contain("<input disabled=\"disabled\" type=\"checkbox\" checked=\"checked\"> done"));
    }

    [TestCase("<script>alert(1)</script>")]
    [TestCase("<SCRIPT SRC=//evil.example/x.js></SCRIPT>")]
    [TestCase("a <script>alert(1)</script> b")]
    [TestCase("<script>alert(1)")]
    [TestCase("<scr<script>ipt>alert(1)</scr</script>ipt>")]
    [TestCase("<img src=x onerror=alert(1)>")]
    [TestCase("<img src=\"x\" \nonerror\n=\n'alert(1)'>")]
    [TestCase("<b onmouseover=\"alert(1)\">x</b>")]
    [TestCase("<a/onclick=alert(1)/href=x>x</a>")]
    [TestCase("[x](javascript:alert(1))")]
    [TestCase("[x](JaVaScRiPt:alert(1))")]
    [TestCase("[x](  javascript&#58;alert(1))")]
    [TestCase("[x](java&#x09;script:alert(1))")]
    [TestCase("[x](vbscript:msgbox(1))")]
    [TestCase("<javascript:alert(1)>")]
    [TestCase("[x]: javascript:alert(1)\n[x]")]
    [TestCase("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [TestCase("![x](data:image/svg+xml,<svg onload=alert(1)>)")]
    [TestCase("<a href=\"&#106;&#97;&#118;&#97;script:alert(1)\">x</a>")]
    [TestCase("<a href=\"\u0001javascript:alert(1)\">x</a>")]
    [TestCase("<iframe src=\"https://evil.example\"></iframe>")]
    [TestCase("<svg><script>alert(1)</script></svg>")]
    [TestCase("<svg onload=alert(1)>")]
    [TestCase("<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>")]
    [TestCase("<object data=\"javascript:alert(1)\"></object>")]
    [TestCase("<embed src=\"javascript:alert(1)\">")]
    [TestCase("<form action=\"javascript:alert(1)\"><button>x</button></form>")]
    [TestCase("<input type=image src=x onerror=alert(1)>")]
    [TestCase("<input autofocus onfocus=alert(1)>")]
    [TestCase("<style>@import 'https://evil.example/x.css';</style>")]
    [TestCase("<p style=\"background:url(javascript:alert(1))\">x</p>")]
    [TestCase("<div style=\"position:fixed;top:0;left:0;width:100%;height:100%\">x</div>")]
    [TestCase("<td style=\"text-align:expression(alert(1))\">x</td>")]
    [TestCase("<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">")]
    [TestCase("<base href=\"javascript:alert(1)//\">")]
    [TestCase("<link rel=stylesheet href=\"javascript:alert(1)\">")]
    [TestCase("<template><img src=x onerror=alert(1)></template>")]
    [TestCase("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">")]
    [TestCase("<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">")]
    [TestCase("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>")]
    [TestCase("<!--><img src=x onerror=alert(1)>-->")]
    [TestCase("<?xml <img src=x onerror=alert(1)> ?>")]
    [TestCase("<a title='\"><img src=x onerror=alert(1)>'>x</a>")]
    [TestCase("```\"onmouseover=alert(1) x=\"\ncode\n```")]
    [TestCase("| a |\n|---|\n| <img src=x onerror=alert(1)> |")]
    public void What_could_run_is_removed(string text)
    {
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(markdown.ToHtml(text));

        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.That(HtmlVocabulary.Elements.Contains(element.LocalName) || HtmlVocabulary.VoidElements.Contains(element.LocalName), element.OuterHtml);
            foreach (var attribute in element.Attributes)
            {
                Assert.That(attribute.Name, Does.Not.StartWith("on"), element.OuterHtml);
                Assert.That(attribute.Value, attribute.Name == "style" ? Does.Match("^text-align: \\w+;?$") : Is.Not.Null, element.OuterHtml);
                if (attribute.Name is "href" or "src")
                    Assert.That(attribute.Value, Does.Not.Match("(?i)^[^a-z]*(javascript|vbscript|data)\\s*:"), element.OuterHtml);
            }
        }

        Assert.That(document.Head!.ChildElementCount, Is.Zero);
    }

    private static readonly string[] Hostile =
    [
        "[", "![", "> ", "* a ", "*a _b ", "*a **b ", "- ", "|", "a|b\n", "<b>", "<div>\n\n", "<b ", "<b x=\"", "<a b=c d=e f=g ", "<!-- ", "<? ", "</b>",
        "<p><b x=1>", "<table>", "<table><tr><td>", "<b><object></b></object>", "<span><div></span></div>", "<a><b></a>", "`a", "~~a ", "# a\n", "&amp", "\\", "\0", "<script>", "<i><p></i>", "[a](", "x<![CDATA[ ", "1. a\n   ",
    ];

    [TestCaseSource(nameof(Hostile))]
    public void Hostile_texts_are_bounded(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, MarkdigMarkdown.RenderLimit / piece.Length));
        var watch = Stopwatch.StartNew();

        var html = markdown.ToHtml(text);

        Assert.That(html, Has.Length.LessThan(40 * text.Length));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)), "an order of magnitude above what it takes");
    }

    [Test]
    public void What_cannot_be_rendered_is_shown_as_it_was_typed()
    {
        var deep = string.Concat(Enumerable.Repeat("> ", 1000)) + "<b>\nend";
        var huge = "# " + new string('x', MarkdigMarkdown.RenderLimit) + "\n<script>";

        Assert.That(markdown.ToHtml(deep), Does.StartWith("<p class=\"op-uc-p\">&gt; &gt;").And.EndWith("&lt;b&gt;<br>end</p>"));
        Assert.That(markdown.ToHtml(huge), Does.StartWith("<p class=\"op-uc-p\"># xxx").And.EndWith("<br>&lt;script&gt;</p>"));
    }

    [Test]
    public void Too_deep_HTML_is_shown_as_text()
    {
        var html = markdown.ToHtml(string.Concat(Enumerable.Repeat("<b>", 101)) + "**x**");

        Assert.That(html, Does.StartWith("<p class=\"op-uc-p\">&lt;b&gt;").And.Contain("<strong>x</strong>"));
    }

    [Test]
    public void Threads_do_not_disturb_each_other()
    {
        var expected = Enumerable.Range(0, 200).Select(i => $"<p class=\"op-uc-p\"><strong>{i}</strong></p>");

        var rendered = Enumerable.Range(0, 200).AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(i => markdown.ToHtml($"**{i}**"));

        Assert.That(rendered, Is.EqualTo(expected));
    }
}
