using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.WorkPackages;

/// <summary>Many clients that change one work package at the same time.</summary>
[OnEachDatabase]
public sealed class SimultaneousWriterTests(DatabaseProvider provider)
{
    private const int Writers = 64;
    private const int MostRounds = 200;

    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public void Start() => client = (server = new ApiServer(provider)).Client();

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task Of_those_who_saw_one_state_one_wins_and_the_others_are_told()
    {
        var work = await CreateAsync();
        for (var version = 0; version < 3; version++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => client.PatchJsonAsync(work, new { lockVersion = version, subject = $"Writer {i}" })));

            Assert.That(answers.Count(a => a.Status == HttpStatusCode.OK), Is.EqualTo(1));
            Assert.That(answers.Count(a => a.Status == HttpStatusCode.Conflict), Is.EqualTo(Writers - 1));
            var winner = answers.Single(a => a.Status == HttpStatusCode.OK);
            var stored = await client.GetJsonAsync(work);
            Assert.That((stored["lockVersion"].GetInt32(), stored["subject"].GetString()), Is.EqualTo((version + 1, winner["subject"].GetString())));
        }
    }

    [Test]
    public async Task Those_who_read_again_and_try_again_all_come_through_and_nothing_is_lost()
    {
        var work = await CreateAsync();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async _ =>
        {
            for (var round = 0; round < MostRounds; round++)
            {
                var seen = await client.GetJsonAsync(work);
                var hours = (int)System.Xml.XmlConvert.ToTimeSpan(seen["estimatedTime"].GetString()!).TotalHours;
                var answer = await client.PatchJsonAsync(work, new { lockVersion = seen["lockVersion"].GetInt32(), estimatedTime = $"PT{hours + 1}H" });
                if (answer.Status == HttpStatusCode.OK)
                    return;
                Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Conflict), answer.ToString());
            }

            Assert.Fail($"One writer lost {MostRounds} times.");
        }));

        var stored = await client.GetJsonAsync(work);
        Assert.That(System.Xml.XmlConvert.ToTimeSpan(stored["estimatedTime"].GetString()!).TotalHours, Is.EqualTo(Writers));
        Assert.That(stored["lockVersion"].GetInt32(), Is.EqualTo(Writers));
        Assert.That(stored["remainingTime"].GetString(), Is.EqualTo(stored["estimatedTime"].GetString()), "each change was derived from the one before");
    }

    private async Task<string> CreateAsync()
    {
        var made = await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", new { subject = "Race", estimatedTime = "PT0H" });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made["_links/self/href"].GetString()!;
    }
}
