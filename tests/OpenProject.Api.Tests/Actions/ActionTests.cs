using System.Net;
using OpenProject.Domain.Actions;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Actions;

/// <summary>The actions over HTTP: words that are the same for everybody.</summary>
public sealed class ActionTests
{
    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer();
        client = await server.ClientOfAsync("jonas");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task All_actions_are_listed_and_each_can_be_followed()
    {
        var list = await client.GetJsonAsync("/api/v3/actions?pageSize=100");

        var listed = list["_embedded/elements"].EnumerateArray().ToList();
        Assert.That(listed.Select(a => a.GetProperty("id").GetString()), Is.EqualTo(KnownActions.All.Select(a => a.Code)).And.Ordered);
        Assert.That(list["total"].GetInt32(), Is.EqualTo(listed.Count));
        foreach (var href in listed.Select(a => a.GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!))
            Assert.That((await client.GetJsonAsync(href))["_links/self/href"].GetString(), Is.EqualTo(href));
        Assert.That((await client.GetJsonAsync("/api/v3/actions/work_packages%2Fcreate"))["id"].GetString(), Is.EqualTo("work_packages/create"));
        Assert.That((await client.GetJsonAsync("/api/v3/actions/work_packages/fly")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("""filters=[{"id":{"operator":"=","values":["memberships/create"]}}]""", "memberships/create")]
    [TestCase("""pageSize=2""", "activities/read,file_links/manage")]
    [TestCase("""pageSize=2&offset=2""", "file_links/view,memberships/create")]
    [TestCase("""pageSize=1&sortBy=[["id","desc"]]""", "work_packages/update")]
    public async Task Lists_are_cut_as_asked(string query, string ids)
    {
        var list = await client.GetJsonAsync("/api/v3/actions?" + query);

        Assert.That(list["_embedded/elements"].EnumerateArray().Select(a => a.GetProperty("id").GetString()), Is.EqualTo(ids.Split(',')), list.ToString());
    }

    [TestCase("""filters=[{"id":{"operator":"=","values":["memberships/fly"]}}]""")]
    [TestCase("""filters=[{"name":{"operator":"=","values":["x"]}}]""")]
    [TestCase("""sortBy=[["name","asc"]]""")]
    public async Task What_cannot_be_understood_is_an_invalid_query(string query) =>
        Assert.That((await client.GetJsonAsync("/api/v3/actions?" + query)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
}
