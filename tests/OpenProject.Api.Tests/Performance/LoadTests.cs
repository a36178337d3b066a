extern alias Load;

using System.Net;
using Load::OpenProject.Benchmarks;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Performance;

/// <summary>The scripts that measure load write into the tables themselves: what they write must be what the server reads.</summary>
[TestFixture]
public sealed class LoadTests
{
    private const int Rows = 30;
    private const int Projects = 5;

    [Test]
    public async Task What_load_is_made_of_fits_the_tables()
    {
        using var server = new ApiServer();
        using var client = server.Client();
        var before = await TotalsAsync(client);

        Filling.Fill(server.DataDirectory, Rows);
        Spreading.Fill(server.DataDirectory, Rows);
        ScimFilling.Fill(server.DataDirectory, Rows);
        var topics = await server.UseModelsAsync("demo-project");
        TopicFilling.Fill(server.DataDirectory, Rows);
        PeopleFilling.Fill(server.DataDirectory, Projects, Rows);
        var byHand = await new WorkPackageInsert(server.DataDirectory).InsertAsync("By hand");

        // Totals are remembered for some seconds unless something is written.
        await client.PostJsonAsync("/api/v3/projects", new { name = "Written" });
        var after = await TotalsAsync(client);
        Assert.That((after.Work - before.Work, after.Projects - before.Projects, after.People - before.People), Is.EqualTo(((3 * Rows) + 1, 201 + Projects, (2 * Rows) + 200)));
        Assert.That((await client.GetJsonAsync(topics)).Body.GetArrayLength(), Is.EqualTo(Rows));
        var one = await client.GetJsonAsync($"/api/v3/work_packages/{byHand}");
        Assert.That((one.Status, one["subject"].GetString()), Is.EqualTo((HttpStatusCode.OK, "By hand")), one.ToString());
        Assert.That((await client.GetJsonAsync("/api/v3/projects/demo-project/available_assignees"))["total"].GetInt32(), Is.GreaterThan(Rows));
        Assert.That((await client.GetJsonAsync($"/api/v3/work_packages/{byHand}/activities"))["total"].GetInt32(), Is.EqualTo(1));
    }

    private static async Task<(int Work, int Projects, int People)> TotalsAsync(HttpClient client)
    {
        var totals = new List<int>();
        foreach (var path in new[] { "/api/v3/work_packages?filters=[]&pageSize=0", "/api/v3/projects?pageSize=0", "/api/v3/users?pageSize=0" })
            totals.Add((await client.GetJsonAsync(path))["total"].GetInt32());
        return (totals[0], totals[1], totals[2]);
    }
}
