using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.WorkPackages;

/// <summary>Words that are looked for are found wherever they are, as <c>LIKE</c> finds them, whether or not the database has an index of words.</summary>
[OnEachDatabase]
public sealed class WordTests(DatabaseProvider provider)
{
    private const string Work = "/api/v3/work_packages";

    private static readonly string[] Texts =
    [
        "Kitchen and cellar", "KITCHENETTE", "kit-chen", "100% done", "100 percent", "snake_case_name", "snakeXcaseXname", "a \"quoted\" word", "it's O'Brien's", "back\\slash\\path",
        "[brackets] here", "Überholt und ÜBERHOLT", "überholt", "Straße", "STRASSE", "An 👩‍🚀 flies 🚀🚀🚀", "日本語のテキスト", "ab", "Abc", "x AND y OR z NOT w", "star*near(a b)", "col : umn", "-minus +plus^up",
        "İstanbul", "ﬁnd", "e\u0301clair", "éclair", "tab\tbed\nlines",
    ];

    private static readonly string[] Words =
    [
        "kitchen", "ITCHEN", "chen cellar", "cellar kitchen", "100%", "0% d", "snake_case", "e_c", "\"quoted\"", "\"", "'s", "O'Brien", "k\\s", "[brackets]", "überholt", "ÜBERHOLT", "straße", "STRASSE",
        "👩‍🚀", "🚀🚀🚀", "🚀", "日本語", "テキ", "ab", "abc", "AND", "NOT w", "star*", "near(a", "col : umn", ":", "-minus", "+plus^up", "istanbul", "İstanbul", "find", "ﬁnd", "e\u0301c", "éclair", "bed", "nowhere to be found",
    ];

    private ApiServer server = null!;
    private HttpClient client = null!;
    private string project = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider, ("Seed:Demo", "none"));
        client = server.Client();
        project = await MakeAsync("/api/v3/projects", new { name = "Words" });
        foreach (var (text, at) in Texts.Select((text, at) => (text, at)))
        {
            var work = await CreateAsync($"Plain {at}", at % 2 == 0 ? text : null);
            await CreateAsync(text.Replace('\t', ' ').Replace('\n', ' '), "About nothing");
            if (at % 3 == 0)
                await client.PostJsonAsync(work + "/activities", new { comment = new { raw = text } });
        }
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test, Order(1)]
    public Task What_was_created_is_found() => AssertFoundAsync();

    [Test, Order(2)]
    public async Task What_was_changed_removed_moved_and_copied_is_found_as_it_is()
    {
        var ids = (await client.GetJsonAsync($"{Work}?pageSize=200&filters=[]"))["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("id").GetInt64()).ToList();
        var elsewhere = await MakeAsync("/api/v3/projects", new { name = "Elsewhere" });
        foreach (var (id, at) in ids.Select((id, at) => (id, at)))
        {
            var (path, text) = ($"{Work}/{id}", Texts[(at + 5) % Texts.Length].Replace('\t', ' ').Replace('\n', ' '));
            object? change = (at % 5) switch
            {
                0 => new { lockVersion = 0, subject = text },
                1 => new { lockVersion = 0, description = new { raw = at % 2 == 0 ? null : text } },
                2 => new { lockVersion = 0, _links = new { project = new { href = elsewhere } } },
                _ => null,
            };
            if (change is not null)
                Assert.That((await client.PatchJsonAsync(path, change)).Status, Is.EqualTo(HttpStatusCode.OK));
            else if (at % 5 == 3)
                Assert.That((await client.DeleteAsync(path)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        }

        await AssertFoundAsync();
        await client.JobAsync(await client.PostJsonAsync(project + "/copy", new { name = "Words again" }));
        await AssertFoundAsync();
        await using (var scope = server.Services.CreateAsyncScope())
        {
            var rows = scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Set<WorkPackage>().Where(w => w.Id % 4 == 0);
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().InTransactionAsync(
                cancellation => rows.ExecuteUpdateAsync(set => set.SetProperty(w => w.Description, w => w.Subject).SetProperty(w => w.Subject, "Kitchen of a statement"), cancellation),
                CancellationToken.None);
        }

        await AssertFoundAsync();
    }

    private async Task AssertFoundAsync()
    {
        await using var scope = server.Services.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Set<WorkPackage>();
        var journals = scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Set<WorkPackageJournal>();
        var total = 0;
        foreach (var words in Words)
        {
            var (subjects, descriptions, comments, anywhere) = (rows.Select(w => w), rows.Select(w => w), journals.Select(j => j), rows.Select(w => w));
            foreach (var pattern in words.Split(' ').Select(Text.Containing))
            {
                subjects = subjects.Where(w => EF.Functions.Like(w.Subject, pattern, "\\"));
                descriptions = descriptions.Where(w => EF.Functions.Like(w.Description!, pattern, "\\"));
                comments = comments.Where(j => EF.Functions.Like(j.Notes!, pattern, "\\"));
                anywhere = anywhere.Where(w => EF.Functions.Like(w.Subject, pattern, "\\") || EF.Functions.Like(w.Description!, pattern, "\\")
                    || journals.Any(j => j.WorkPackageId == w.Id && EF.Functions.Like(j.Notes!, pattern, "\\")));
            }

            await AssertSameAsync("subject", "~", words, subjects.Select(w => w.Id));
            await AssertSameAsync("description", "~", words, descriptions.Select(w => w.Id));
            await AssertSameAsync("comment", "~", words, comments.Select(j => j.WorkPackageId).Distinct());
            await AssertSameAsync("search", "**", words, anywhere.Select(w => w.Id));
            await AssertSameAsync("subjectOrId", "**", words, subjects.Select(w => w.Id));
            total += await subjects.CountAsync() + await descriptions.CountAsync() + await comments.CountAsync();
        }

        Assert.That(total, Is.GreaterThan(Words.Length), "there is something to find");
    }

    private async Task AssertSameAsync(string filter, string symbol, string words, IQueryable<long> expected)
    {
        var ids = await expected.ToListAsync();
        var filters = Uri.EscapeDataString($"[{{\"{filter}\":{{\"operator\":\"{symbol}\",\"values\":[{JsonSerializer.Serialize(words)}]}}}}]");
        foreach (var order in new[] { "", "&sortBy=" + Uri.EscapeDataString("""[["subject","desc"]]""") })
        {
            var answer = await client.GetJsonAsync($"{Work}?pageSize=200&filters={filters}{order}");
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
            Assert.That(answer["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("id").GetInt64()), Is.EquivalentTo(ids), $"{filter} {symbol} {words}");
            Assert.That((await client.GetJsonAsync($"{Work}?pageSize=1&filters={filters}{order}"))["total"].GetInt32(), Is.EqualTo(ids.Count), $"{filter} {symbol} {words}");
        }
    }

    private async Task<string> CreateAsync(string subject, string? description) =>
        await MakeAsync($"{project}/work_packages", new { subject, description = new { raw = description } });

    private async Task<string> MakeAsync(string path, object body)
    {
        var made = await client.PostJsonAsync(path, body);
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made["_links/self/href"].GetString()!;
    }
}
