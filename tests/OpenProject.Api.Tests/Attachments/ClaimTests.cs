using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Application.Attachments;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Attachments;

/// <summary>Uploads that hang on nothing: work packages take them, their author alone sees them, and nobody keeps them for long.</summary>
[OnEachDatabase]
public sealed class ClaimTests(DatabaseProvider provider)
{
    private const string Loose = "/api/v3/attachments";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private ApiServer server = null!;
    private HttpClient client = null!;
    private HttpClient mira = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider) { TestServices = services => services.AddSingleton<TimeProvider>(clock) };
        client = server.Client();
        mira = await server.ClientOfAsync("mira");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        mira.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_new_work_package_takes_what_was_uploaded_before()
    {
        var (first, second) = (await UploadAsync(mira, "a"), await UploadAsync(mira, "b"));
        Assert.That((await client.GetJsonAsync(first)).Status, Is.EqualTo(HttpStatusCode.NotFound), "Who did not upload it does not see it.");

        var made = await CreateAsync(mira, first, second);

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(await NamesAsync(made), Is.EquivalentTo(new[] { "a", "b" }));
        Assert.That((await client.GetJsonAsync(first))["_links/container/href"].GetString(), Is.EqualTo(Self(made)));
    }

    [Test]
    public async Task What_is_sent_replaces_what_is_there()
    {
        var (kept, gone) = (await UploadAsync(mira, "kept"), await UploadAsync(mira, "gone"));
        var made = await CreateAsync(mira, kept, gone);
        var added = await UploadAsync(mira, "added");

        var changed = await mira.PatchJsonAsync(Self(made), Body(made["lockVersion"].GetInt32(), kept, added));
        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.ToString());
        Assert.That(await NamesAsync(changed), Is.EquivalentTo(new[] { "kept", "added" }));
        Assert.That((await mira.GetJsonAsync(gone)).Status, Is.EqualTo(HttpStatusCode.NotFound));

        var untouched = await mira.PatchJsonAsync(Self(made), new { lockVersion = changed["lockVersion"].GetInt32(), subject = "Renamed" });
        Assert.That(await NamesAsync(untouched), Is.EquivalentTo(new[] { "kept", "added" }));
        var none = await mira.PatchJsonAsync(Self(made), Body(untouched["lockVersion"].GetInt32()));
        Assert.That(await NamesAsync(none), Is.Empty, none.ToString());
    }

    [Test]
    public async Task What_is_somebody_elses_cannot_be_taken()
    {
        var (hers, his) = (await UploadAsync(mira, "hers"), await UploadAsync(client, "his"));
        var taken = await CreateAsync(mira, hers);

        foreach (var href in new[] { hers, his, Loose + "/999999" })
        {
            var refused = await CreateAsync(mira, href);
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), refused.ToString());
            Assert.That((refused["_embedded/details/attribute"].GetString(), refused["message"].GetString()), Is.EqualTo(("attachments", "Attachments does not exist.")));
        }

        Assert.That(await NamesAsync(taken), Is.EqualTo(new[] { "hers" }));
    }

    [Test]
    public async Task Forms_say_nothing_of_attachments_so_that_what_they_answer_can_be_sent()
    {
        var made = await CreateAsync(mira, await UploadAsync(mira, "stays"));
        var form = await mira.PostJsonAsync(Self(made) + "/form", new { subject = "Renamed" });

        var changed = await mira.PatchJsonAsync(Self(made), form["_embedded/payload"].ToString());

        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.ToString());
        Assert.That(await NamesAsync(changed), Is.EqualTo(new[] { "stays" }));
    }

    [Test]
    public async Task What_nothing_takes_goes_after_three_hours()
    {
        var (early, taken) = (await UploadAsync(mira, "early"), await UploadAsync(mira, "taken"));
        var made = await CreateAsync(mira, taken);
        clock.Advance(TimeSpan.FromMinutes(100));
        var late = await UploadAsync(mira, "late");
        clock.Advance(TimeSpan.FromMinutes(81));

        await using (var scope = server.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IStoredFiles>().SweepAsync(CancellationToken.None);

        Assert.That((await mira.GetJsonAsync(early)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await mira.GetJsonAsync(late)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await mira.GetStringAsync(taken + "/content"), Is.EqualTo("taken"));
        Assert.That(await NamesAsync(made), Is.EqualTo(new[] { "taken" }));
    }

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static object Body(int lockVersion, params string[] attachments) =>
        new { lockVersion, _links = new { attachments = attachments.Select(href => new { href }) } };

    private static async Task<string> UploadAsync(HttpClient client, string name) =>
        Self(await client.UploadAsync(Loose, name, System.Text.Encoding.UTF8.GetBytes(name)));

    private static Task<ApiAnswer> CreateAsync(HttpClient client, params string[] attachments) => client.PostJsonAsync(
        "/api/v3/projects/demo-project/work_packages",
        new { subject = "With files", _links = new { attachments = attachments.Select(href => new { href }) } });

    private async Task<IEnumerable<string?>> NamesAsync(ApiAnswer workPackage)
    {
        var list = await client.GetJsonAsync(Self(workPackage) + "/attachments");
        return list["_embedded/elements"].EnumerateArray().Select(a => a.GetProperty("fileName").GetString());
    }
}
