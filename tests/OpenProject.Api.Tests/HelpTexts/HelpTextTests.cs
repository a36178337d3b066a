using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.HelpTexts;

/// <summary>Help texts over HTTP: everybody reads them, with the files that hang on them.</summary>
[OnEachDatabase]
public sealed class HelpTextTests(DatabaseProvider provider)
{
    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await PermissionWorld.StartAsync(provider);

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase("admin", 201)]
    [TestCase("member", 403)]
    [TestCase("anonymous", 403)]
    public async Task Everybody_reads_and_few_attach(string who, int attach)
    {
        var client = world[who];
        var text = (await client.GetJsonAsync("/api/v3/help_texts"))["_embedded/elements/0"];
        var self = text.GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!;

        Assert.That((text.GetProperty("scope").GetString(), text.GetProperty("attribute").GetString()), Is.EqualTo(("WorkPackage", "assignee")));
        Assert.That((await client.GetJsonAsync(self))["helpText/html"].GetString(), Does.Contain("<strong>accountable</strong>"));
        Assert.That((await client.GetJsonAsync(self + "/attachments")).Status, Is.EqualTo(HttpStatusCode.OK));
        var attached = await client.UploadAsync(self + "/attachments", "who.txt", [1]);
        Assert.That((int)attached.Status, Is.EqualTo(attach), attached.ToString());
    }

    [Test]
    public async Task What_everybody_reads_everybody_downloads_and_few_delete()
    {
        var file = (await world["admin"].UploadAsync("/api/v3/help_texts/1/attachments", "all.txt", "for all"u8.ToArray()))["_links/self/href"].GetString()!;

        Assert.That((await world["anonymous"].GetJsonAsync(file + "/content")).Text, Is.EqualTo("for all"));
        Assert.That((await world["member"].DeleteJsonAsync(file)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await world["admin"].DeleteJsonAsync(file)).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task What_is_not_there_is_not_found() =>
        Assert.That((await world["admin"].GetJsonAsync("/api/v3/help_texts/999")).Status, Is.EqualTo(HttpStatusCode.NotFound));
}
