using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Render;

/// <summary>Previews of texts over HTTP.</summary>
[OnEachDatabase]
public sealed class RenderTests(DatabaseProvider provider)
{
    private const string Markdown = "/api/v3/render/markdown";
    private const string Plain = "/api/v3/render/plain";

    private static readonly string[] Attacks =
    [
        "<script>alert(1)</script>", "<scr<script>ipt>alert(1)</scr</script>ipt>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
        "<svg><animate onbegin=alert(1) attributeName=x dur=1s>", "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>", "<object data=\"javascript:alert(1)\"></object>", "<embed src=\"data:text/html,<script>alert(1)</script>\">",
        "<a href=\"javascript:alert(1)\">x</a>", "<a href=\"jav&#x0A;ascript:alert(1)\">x</a>", "<a href=\"&#x6A;avascript:alert(1)\">x</a>", "[x](javascript:alert(1))",
        "[x](java&Tab;script:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)", "![x](javascript:alert(1))", "![x](\"onerror=\"alert(1))",
        "[x]: javascript:alert(1)\n\n[x]", "<javascript:alert(1)>", "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)></video>", "<body onload=alert(1)>",
        "<form action=javascript:alert(1)><input type=submit></form>", "<button formaction=javascript:alert(1)>x</button>", "<input autofocus onfocus=alert(1)>",
        "<marquee onstart=alert(1)>x</marquee>", "<style>*{background:url(javascript:alert(1))}</style>", "<p style=\"background:url(javascript:alert(1))\">x</p>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">", "<base href=\"javascript:alert(1)//\">", "<link rel=stylesheet href=\"javascript:alert(1)\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">", "<template><script>alert(1)</script></template>",
        "<!--><script>alert(1)</script>-->", "```\"><script>alert(1)</script>\nx\n```", "`<script>alert(1)</script>`", "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
        "<a href=\"vbscript:msgbox(1)\">x</a>", "<img src=\"data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+\">", "<x onclick=alert(1)>x</x>", "<p/onmouseover=alert(1)>x",
        "<img src=`x` onerror=alert(1)>", "<a xlink:href=\"javascript:alert(1)\"><rect/></a>", "<isindex action=javascript:alert(1)>", "<b\fonclick=alert(1)>x</b>",
    ];

    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task Markdown_becomes_HTML()
    {
        var answer = await RenderAsync(Markdown, "Hello *world*");

        Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.OK, "<p class=\"op-uc-p\">Hello <em>world</em></p>")));
        Assert.That(answer.ContentHeaders.ContentType!.ToString(), Is.EqualTo("text/html; charset=utf-8"));
        Assert.That((await RenderAsync(Markdown, "")).Text, Is.Empty);
    }

    [Test]
    public async Task Plain_text_stays_as_it_is()
    {
        var answer = await RenderAsync(Plain, "a\nb <b> *c*");

        Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.OK, "<p>a<br>\nb &lt;b&gt; *c*</p>")));
    }

    [TestCaseSource(nameof(Attacks))]
    public async Task Nothing_that_could_run_is_left(string text)
    {
        foreach (var path in new[] { Markdown, Plain })
        {
            var answer = await RenderAsync(path, text);
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
            var document = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument("<body>" + answer.Text);
            var elements = document.Body!.QuerySelectorAll("*");
            Assert.That(elements.Select(e => e.LocalName).Intersect(["script", "iframe", "object", "embed", "style", "link", "meta", "base", "form", "svg", "math", "template"]), Is.Empty, answer.Text);
            var attributes = elements.SelectMany(e => e.Attributes).ToList();
            Assert.That(attributes.Where(a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || a.Name is "srcdoc" or "formaction"), Is.Empty, answer.Text);
            Assert.That(
                attributes.Select(a => string.Concat(a.Value.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c))).ToLowerInvariant())
                    .Where(value => value.StartsWith("javascript:", StringComparison.Ordinal) || value.StartsWith("vbscript:", StringComparison.Ordinal) || value.StartsWith("data:", StringComparison.Ordinal) || value.Contains("url(", StringComparison.Ordinal)),
                Is.Empty,
                answer.Text);
        }
    }

    [Test]
    public async Task A_context_must_be_seen()
    {
        using var mira = await server.ClientOfAsync("mira");
        var secret = await client.PostJsonAsync("/api/v3/projects", new { name = "Secret" });
        var hidden = await client.PostJsonAsync("/api/v3/work_packages", new { subject = "Hidden", _links = new { project = new { href = Self(secret) } } });

        Assert.That((await RenderAsync($"{Markdown}?context={Self(hidden)}", "x")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await client.GetJsonAsync(Self(hidden)))["_links/previewMarkup/href"].GetString(), Is.EqualTo($"{Markdown}?context={Self(hidden)}"));
        var form = await client.PostJsonAsync(Self(hidden) + "/form", new { });
        Assert.That(form["_links/previewMarkup/href"].GetString(), Is.EqualTo($"{Markdown}?context={Self(hidden)}"));
        foreach (var context in new[] { Self(hidden), "/api/v3/work_packages/999999", "/api/v3/nonsense/1", "nonsense", "/api/v3/work_packages/-1" })
        {
            var refused = await RenderAsync($"{Markdown}?context={context}", "x", mira);
            Assert.That((int)refused.Status, Is.EqualTo(400), context);
            Assert.That(refused["errorIdentifier"].GetString(), Does.EndWith(":InvalidRenderContext"));
        }
    }

    [Test]
    public async Task What_is_no_text_is_refused()
    {
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        Assert.That((await client.PostAsync(Markdown, json)).StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        using var request = new HttpRequestMessage(HttpMethod.Post, Markdown) { Content = new ByteArrayContent([0xC3, 0x28]) };
        request.Content.Headers.ContentType = new("text/plain");
        Assert.That((await client.AnswerAsync(request)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        using var anonymous = server.Anonymous();
        Assert.That((await RenderAsync(Plain, "x", anonymous)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private async Task<ApiAnswer> RenderAsync(string path, string text, HttpClient? other = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(text, Encoding.UTF8, "text/plain") };
        return await (other ?? client).AnswerAsync(request);
    }
}
