using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>What lists of topics can be asked, in OData's words, and how answers are cached.</summary>
[OnEachDatabase]
public sealed class BcfListTests(DatabaseProvider provider)
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2030, 3, 4, 5, 6, 7, TimeSpan.Zero).AddTicks(1_234_567));
    private ApiServer server = null!;
    private HttpClient client = null!;
    private string topics = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider) { TestServices = services => services.AddSingleton<TimeProvider>(clock) };
        client = server.Client();
        topics = await server.UseModelsAsync("demo-project");
        await AddAsync(new { title = "Beam's end", labels = new[] { "Structural" }, index = 2, stage = "Design", assigned_to = "mira@example.net" });
        await AddAsync(new { title = "Wall 100%", labels = new[] { "Architecture", "MEP" }, priority = "High" });
        await AddAsync(new { title = "Duct", index = 1, topic_status = "In progress", labels = new[] { "Structural steel" } });
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [TestCase("", "Beam's end|Wall 100%|Duct")]
    [TestCase("$filter=title eq 'beam''s end'", "Beam's end")]
    [TestCase("$filter='Duct' eq title", "Duct")]
    [TestCase("$filter=title ne 'Duct'", "Beam's end|Wall 100%")]
    [TestCase("$filter=contains(title, '0%25')", "Wall 100%")]
    [TestCase("$filter=contains(title,'_')", "")]
    [TestCase("$filter=startswith(title,'d')", "Duct")]
    [TestCase("$filter=endswith(tolower(title),tolower('END')) eq true", "Beam's end")]
    [TestCase("$filter=contains(labels,'Structural')", "Beam's end")]
    [TestCase("$filter=contains(labels, 'Architecture') or contains(labels, 'Structural')", "Beam's end|Wall 100%")]
    [TestCase("$filter=labels/any(l: contains(l,'Structural'))", "Beam's end|Duct")]
    [TestCase("$filter=labels/any(x: x eq 'MEP' or x eq 'Structural')", "Beam's end|Wall 100%")]
    [TestCase("$filter=not labels/any(x: x eq 'MEP') and index ne null", "Beam's end|Duct")]
    [TestCase("$filter=stage eq null", "Wall 100%|Duct")]
    [TestCase("$filter=stage ne 'Design'", "Wall 100%|Duct")]
    [TestCase("$filter=index ge 2", "Beam's end")]
    [TestCase("$filter=index lt 2", "Duct")]
    [TestCase("$filter=index in (1,2)", "Beam's end|Duct")]
    [TestCase("$filter=assigned_to eq 'MIRA@example.net'", "Beam's end")]
    [TestCase("$filter=assigned_to ne 'mira@example.net'", "Wall 100%|Duct")]
    [TestCase("$filter=assigned_to eq null", "Wall 100%|Duct")]
    [TestCase("$filter=startswith(assigned_to,'mir')", "Beam's end")]
    [TestCase("$filter=topic_status eq 'In progress'", "Duct")]
    [TestCase("$filter=priority eq 'High' or (topic_status eq 'In progress' and topic_type in ('Task','Bug'))", "Wall 100%|Duct")]
    [TestCase("$filter=creation_author eq 'nobody@example.com'", "")]
    [TestCase("$filter=modified_author ne 'nobody@example.com'", "Beam's end|Wall 100%|Duct")]
    [TestCase("$filter=creation_date gt 2030-03-04T05:06:07.123Z", "Wall 100%|Duct")]
    [TestCase("$filter=creation_date ge 2030-03-04T05:06:07.123Z", "Beam's end|Wall 100%|Duct")]
    [TestCase("$filter=creation_date eq 2030-03-04T05:06:07.123Z", "Beam's end")]
    [TestCase("$filter=creation_date le 2030-03-04T05:06:07.123Z", "Beam's end")]
    [TestCase("$filter=creation_date lt '2030-03-04T06:06:08.123%2B01:00'", "Beam's end")]
    [TestCase("$filter=creation_date gt 2030-03-04T06:06:07.123+01:00", "Wall 100%|Duct")]
    [TestCase("$filter=modified_date gt 2031-01-01", "")]
    [TestCase("$orderby=creation_date desc", "Duct|Wall 100%|Beam's end")]
    [TestCase("$orderby=index", "Wall 100%|Duct|Beam's end")]
    [TestCase("$orderby=index desc,creation_date asc", "Beam's end|Duct|Wall 100%")]
    [TestCase("$top=1&$skip=1", "Wall 100%")]
    [TestCase("$skip=2", "Duct")]
    [TestCase("$skip=9", "")]
    [TestCase("$top=0", "")]
    public async Task A_list_is_filtered_ordered_and_cut(string query, string titles)
    {
        var answer = await client.GetJsonAsync($"{topics}?{query}");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        Assert.That(string.Join('|', answer.Body.EnumerateArray().Select(t => t.GetProperty("title").GetString())), Is.EqualTo(titles));
    }

    [TestCase("$filter=nonsense eq 'x'")]
    [TestCase("$filter=title eq")]
    [TestCase("$filter=title like 'x'")]
    [TestCase("$filter=title eq 'x")]
    [TestCase("$filter=(title eq 'x'")]
    [TestCase("$filter=title eq 'x' title")]
    [TestCase("$filter=creation_date gt 'yesterday'")]
    [TestCase("$filter=creation_date gt 2030-02-30")]
    [TestCase("$filter=index eq 'x'")]
    [TestCase("$filter=index eq 99999999999")]
    [TestCase("$filter=labels gt 'x'")]
    [TestCase("$filter=labels/all(l: l eq 'x')")]
    [TestCase("$filter=labels/any(l: m eq 'x')")]
    [TestCase("$filter=assigned_to gt 'x'")]
    [TestCase("$filter=%00")]
    [TestCase("$orderby=title")]
    [TestCase("$orderby=index sideways")]
    [TestCase("$top=-1")]
    [TestCase("$top=many")]
    [TestCase("$skip=1.5")]
    [TestCase("$top=1&$top=2")]
    public async Task What_means_nothing_is_refused(string query)
    {
        var answer = await client.GetJsonAsync($"{topics}?{query}");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), answer.Text);
        Assert.That(answer["message"].GetString(), Is.Not.Empty);
    }

    [Test]
    public async Task A_filter_has_a_bounded_number_of_values_and_words()
    {
        string In(int count) => $"{topics}?$filter=title in ({string.Join(',', Enumerable.Range(0, count).Select(n => $"'{n}'"))})";
        string Or(int count) => $"{topics}?$filter={string.Join(" or ", Enumerable.Range(0, count).Select(n => $"index eq {n}"))}";

        Assert.That((int)(await client.GetJsonAsync(In(100))).Status, Is.EqualTo(200));
        Assert.That((int)(await client.GetJsonAsync(In(101))).Status, Is.EqualTo(400));
        Assert.That((int)(await client.GetJsonAsync(Or(90))).Status, Is.EqualTo(200));
        Assert.That((int)(await client.GetJsonAsync(Or(101))).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task A_filter_nested_without_end_is_refused() =>
        Assert.That((await client.GetJsonAsync($"{topics}?$filter={new string('(', 500)}")).Status, Is.EqualTo(HttpStatusCode.BadRequest));

    [Test]
    public async Task The_total_is_told_beside_a_page() =>
        Assert.That((await client.GetJsonAsync($"{topics}?$top=1&$filter=stage eq null")).Headers.GetValues("X-Total-Count"), Is.EqualTo(new[] { "2" }));

    [Test]
    public async Task Who_has_the_answer_already_is_not_sent_it_again()
    {
        var first = await client.GetJsonAsync($"{topics}?$top=1");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{topics}?$top=1");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var second = await client.AnswerAsync(request);
        using var other = new HttpRequestMessage(HttpMethod.Get, $"{topics}?$top=2");
        other.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.That(first.Headers.ETag!.IsWeak, Is.False);
        Assert.That(first.Headers.CacheControl!.ToString(), Is.EqualTo("no-cache, private"));
        Assert.That((second.Status, second.Text), Is.EqualTo((HttpStatusCode.NotModified, "")));
        Assert.That(second.Headers.ETag, Is.EqualTo(first.Headers.ETag));
        Assert.That((await client.AnswerAsync(other)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task An_answer_of_several_megabytes_is_whole()
    {
        using var big = new ApiServer(provider, ("Seed:Demo", "Small"));
        using var caller = big.Client();
        var path = await big.UseModelsAsync("demo-project");
        var text = new string('x', 1_000_000);
        for (var count = 0; count < 3; count++)
            Assert.That((await caller.PostJsonAsync(path, new { title = "Big", description = text })).Status, Is.EqualTo(HttpStatusCode.Created));

        var answer = await caller.GetJsonAsync(path);

        Assert.That(answer.Body.EnumerateArray().Select(t => t.GetProperty("description").GetString()!.Length), Is.EqualTo(new[] { 1_000_000, 1_000_000, 1_000_000 }));
        Assert.That(answer.ContentHeaders.ContentLength, Is.EqualTo(System.Text.Encoding.UTF8.GetByteCount(answer.Text)));
    }

    private async Task AddAsync(object topic)
    {
        var made = await client.PostJsonAsync(topics, topic);
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        clock.Advance(TimeSpan.FromSeconds(1));
    }
}
