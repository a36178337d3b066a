using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Storages;

/// <summary>
/// What a Nextcloud has beside WebDAV: numbers of files, a search by them, and addresses for direct up- and downloads. The other
/// side is a stand-in that knows one folder and two files, and can be told to misbehave.
/// </summary>
[OnEachDatabase]
public sealed class NumberedFileTests(DatabaseProvider provider)
{
    private const string Root = "/remote.php/dav/files/OpenProject";

    private static readonly XNamespace Dav = "DAV:";
    private static readonly XNamespace OwnCloud = "http://owncloud.org/ns";

    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal) { ["/Demo"] = 40, ["/Demo/a.txt"] = 42, ["/Other/b.txt"] = 43 };

    private PermissionWorld world = null!;
    private LoopbackServer remote = null!;
    private string storage = "";
    private string? direct;
    private RequestDelegate? misbehaviour;

    [OneTimeSetUp]
    public async Task Start()
    {
        remote = await LoopbackServer.StartAsync(http => misbehaviour is { } odd ? odd(http) : AnswerAsync(http));
        world = await PermissionWorld.StartAsync(provider);
        storage = await world.StorageAsync("Numbered", remote.Address, "pass");
        await world.Server.UseStorageAsync("demo-project", "Numbered", "/Demo");
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        world?.Dispose();
        if (remote is not null)
            await remote.DisposeAsync();
    }

    [TearDown]
    public void Behave() => (direct, misbehaviour) = (null, null);

    [Test]
    public async Task A_file_is_had_directly_by_its_number()
    {
        var found = await world["member"].GetJsonAsync(await world.LinkAsync(storage, "42") + "/download");

        Assert.That((found.Status, found.Headers.Location!.AbsoluteUri), Is.EqualTo((HttpStatusCode.SeeOther, remote.Address + "remote.php/direct/of-42")), found.ToString());
    }

    [TestCase("member", 404)]
    [TestCase("admin", 303)]
    public async Task A_number_of_a_file_that_is_not_in_the_project_s_folder_is_of_no_use(string who, int status) =>
        Assert.That((int)(await world[who].GetJsonAsync(await world.LinkAsync(storage, "43") + "/download")).Status, Is.EqualTo(status));

    [Test]
    public async Task An_upload_goes_to_an_address_that_takes_no_password()
    {
        var project = (await world["admin"].GetJsonAsync(world.Projects["public"]))["id"].GetInt64();

        var prepared = await world["member"].PostJsonAsync(storage + "/files/prepare_upload", new { projectId = project, fileName = "n.txt", parent = "/Demo" });

        Assert.That(prepared["_links/destination/href"].GetString(), Is.EqualTo(remote.Address + "index.php/apps/integration_openproject/direct-upload/into-40"), prepared.ToString());
    }

    [TestCase("https://evil.example/remote.php/direct/x")]
    [TestCase("javascript:alert(1)")]
    [TestCase("")]
    public async Task People_are_led_nowhere_but_to_the_storage(string address)
    {
        direct = address;

        var found = await world["member"].GetJsonAsync(await world.LinkAsync(storage, "42") + "/download");

        Assert.That((found.Status, found["errorIdentifier"].GetString()), Is.EqualTo((HttpStatusCode.NotFound, "urn:openproject-org:api:v3:errors:OutboundRequest")));
    }

    [Test]
    public async Task Nobody_else_is_asked_when_the_storage_says_so()
    {
        await using var inner = await LoopbackServer.StartAsync(AnswerAsync);
        misbehaviour = http =>
        {
            http.Response.Redirect(inner.Address.TrimEnd('/') + http.Request.Path, permanent: false, preserveMethod: true);
            return Task.CompletedTask;
        };

        Assert.That((int)(await world["admin"].GetJsonAsync(storage + "/files")).Status, Is.EqualTo(404));
        Assert.That(inner.Requests, Is.Empty);
    }

    [Test]
    public async Task A_request_asks_the_storage_for_what_it_is_about_and_not_whether_it_lets_the_server_in()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2030, 1, 1, 8, 0, 0, TimeSpan.Zero));
        using var server = new ApiServer(provider) { TestServices = services => services.AddSingleton<TimeProvider>(clock) };
        using var admin = server.Client();
        var asked = await admin.StorageAsync("Asked", remote.Address, "pass");
        clock.Advance(TimeSpan.FromHours(1));
        var before = remote.Requests.Count;

        Assert.That((int)(await admin.GetJsonAsync(asked + "/files?parent=/Demo")).Status, Is.EqualTo(200));
        Assert.That(remote.Requests.Skip(before), Is.EqualTo(new[] { $"PROPFIND {Root}/Demo/" }));
        Assert.That((int)(await admin.GetJsonAsync(asked + "/open")).Status, Is.EqualTo(303));
        Assert.That(remote.Requests.Skip(before + 1), Is.Empty);
    }

    [TestCase("no XML at all")]
    [TestCase("<!DOCTYPE x [<!ENTITY a \"b\">]><d:multistatus xmlns:d=\"DAV:\">&a;</d:multistatus>")]
    [TestCase("<d:multistatus xmlns:d=\"DAV:\"><d:response>")]
    public async Task What_cannot_be_read_is_the_storage_s_failure(string answer)
    {
        misbehaviour = http =>
        {
            http.Response.StatusCode = 207;
            return http.Response.WriteAsync(answer);
        };

        var listed = await world["admin"].GetJsonAsync(storage + "/files");

        Assert.That((int)listed.Status, Is.EqualTo(404), listed.ToString());
        Assert.That(listed["errorIdentifier"].GetString(), Does.EndWith(":OutboundRequest"));
    }

    // Both are whole answers with nothing but space behind them.
    [TestCase(1, 200)]
    [TestCase(40, 404)]
    public async Task An_answer_without_end_is_cut_off(int mebibytes, int status)
    {
        misbehaviour = async http =>
        {
            await TellAsync(http, Numbers.Where(n => Root + n.Key == http.Request.Path.Value!.TrimEnd('/')));
            var space = Enumerable.Repeat((byte)' ', 1024 * 1024).ToArray();
            for (var sent = 0; sent < mebibytes && !http.RequestAborted.IsCancellationRequested; sent++)
                await http.Response.Body.WriteAsync(space);
        };

        Assert.That((int)(await world["admin"].GetJsonAsync(storage + "/files?parent=/Demo")).Status, Is.EqualTo(status));
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (http.Request.Headers.Authorization.ToString() != "Basic T3BlblByb2plY3Q6cGFzcw==")
            http.Response.StatusCode = 401;
        else if (http.Request.Method == "PROPFIND")
            await TellAsync(http, Numbers.Where(n => Root + n.Key == path.TrimEnd('/')));
        else if (http.Request.Method == "SEARCH" && path == "/remote.php/dav/")
            await SearchAsync(http);
        else if (path == "/ocs/v2.php/apps/dav/api/v1/direct" && http.Request.Headers["OCS-APIRequest"] == "true")
            await http.Response.WriteAsJsonAsync(new { ocs = new { data = new { url = direct ?? $"{remote.Address}remote.php/direct/of-{http.Request.Form["fileId"]}" } } });
        else if (path == "/index.php/apps/integration_openproject/direct-upload-token")
            await http.Response.WriteAsJsonAsync(new { token = "into-" + (await http.Request.ReadFromJsonAsync<Dictionary<string, long>>())!["folder_id"], expires_on = 1 });
        else
            http.Response.StatusCode = 404;
    }

    private static async Task SearchAsync(HttpContext http)
    {
        var body = await XDocument.LoadAsync(http.Request.Body, LoadOptions.None, http.RequestAborted);
        var number = int.Parse(body.Descendants(Dav + "literal").Single().Value, System.Globalization.CultureInfo.InvariantCulture);
        var scope = "/remote.php/dav" + body.Descendants(Dav + "href").Single().Value + "/";
        await TellAsync(http, Numbers.Where(n => n.Value == number && (Root + n.Key).StartsWith(scope, StringComparison.Ordinal)));
    }

    private static Task TellAsync(HttpContext http, IEnumerable<KeyValuePair<string, int>> files)
    {
        var found = files.Select(f => new XElement(
            Dav + "response",
            new XElement(Dav + "href", Root + f.Key),
            new XElement(
                Dav + "propstat",
                new XElement(
                    Dav + "prop",
                    new XElement(OwnCloud + "fileid", f.Value),
                    new XElement(Dav + "resourcetype", f.Key.EndsWith(".txt", StringComparison.Ordinal) ? null : new XElement(Dav + "collection"))),
                new XElement(Dav + "status", "HTTP/1.1 200 OK")))).ToList();
        http.Response.StatusCode = found.Count > 0 || http.Request.Method == "SEARCH" ? 207 : 404;
        http.Response.ContentType = "application/xml";
        return http.Response.WriteAsync(new XElement(Dav + "multistatus", found).ToString());
    }
}
