using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Storages;

/// <summary>
/// What Nextcloud's app for OpenProject and the script that sets it up send (<c>nextcloud/integration_openproject</c>), in their own encodings: PHP
/// escapes the slashes of JSON and writes blanks as <c>+</c>, and sends content types with reads, and none of a body with POST.
/// </summary>
[TestFixture]
public sealed class NextcloudIntegrationTests
{
    private const string Password = "A-password-of-the-operator";
    private const string Host = "https://cloud.integration.example";

    private ApiServer server = null!;
    private HttpClient operators = null!;
    private HttpClient app = null!;

    [OneTimeSetUp]
    public void Start()
    {
        server = new ApiServer(("GlobalBasic:User", "setup"), ("GlobalBasic:Password", Password));
        operators = server.Anonymous();
        operators.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("setup:" + Password)));
        operators.DefaultRequestHeaders.Add("X-Requested-With", "XMLHttpRequest");
        operators.DefaultRequestHeaders.Accept.ParseAdd("application/hal+json");
        app = server.Client();
        app.DefaultRequestHeaders.UserAgent.ParseAdd("Nextcloud");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        operators.Dispose();
        app.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task The_script_sets_a_storage_up_and_knows_one_that_is_there_by_two_sentences()
    {
        Assert.That((await operators.GetJsonAsync("/api/v3/configuration"))["_type"].GetString(), Is.EqualTo("Configuration"));
        Assert.That(string.CompareOrdinal((await operators.GetJsonAsync("/api/v3"))["coreVersion"].GetString(), "14.2.0"), Is.Positive);

        var made = await operators.PostJsonAsync("/api/v3/storages", Storage("Cloud of the script"));
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(made["_embedded/oauthApplication/clientId"].GetString(), Is.Not.Empty);
        Assert.That(made["_embedded/oauthApplication/clientSecret"].GetString(), Is.Not.Empty);
        var self = made["_links/self/href"].GetString()!;
        Assert.That((await operators.PostJsonAsync(self + "/oauth_client_credentials", new { clientId = "there", clientSecret = "secret-there" })).Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That((await operators.PatchJsonAsync(self, new { applicationPassword = "app-password" }))["hasApplicationPassword"].GetBoolean(), Is.True);

        var again = await operators.PostJsonAsync("/api/v3/storages", Storage("Cloud of the script"));
        Assert.That(again["errorIdentifier"].GetString(), Is.EqualTo("urn:openproject-org:api:v3:errors:MultipleErrors"), again.ToString());
        Assert.That(
            again["_embedded/errors"].EnumerateArray().Select(e => e.GetProperty("message").GetString()),
            Is.EquivalentTo(new[] { "Host has already been taken.", "Name has already been taken." }));
        var listed = (await operators.GetJsonAsync("/api/v3/storages"))["_embedded/elements"].EnumerateArray().Single(e => e.GetProperty("name").GetString() == "Cloud of the script");
        Assert.That((listed.GetProperty("configured").GetBoolean(), listed.GetProperty("hasApplicationPassword").GetBoolean()), Is.EqualTo((true, true)));
    }

    [TestCase("/api/v3/notifications?pageSize=-1&filters=%5B%7B%22readIAN%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%22f%22%5D%7D%7D%5D")]
    [TestCase("/api/v3/work_packages?filters=%5B%7B%22typeahead%22%3A%7B%22operator%22%3A%22%2A%2A%22%2C%22values%22%3A%5B%22open+source%22%5D%7D%7D%2C%7B%22linkable_to_storage_url%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%22https%253A%252F%252Fcloud.integration.example%22%5D%7D%7D%5D&sortBy=%5B%5B%22updatedAt%22%2C%22desc%22%5D%5D")]
    [TestCase("/api/v3/work_packages?filters=%5B%7B%22file_link_origin_id%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%225503%22%5D%7D%7D%5D&sortBy=%5B%5B%22updatedAt%22%2C%22desc%22%5D%5D")]
    [TestCase("/api/v3/work_packages/available_projects?filters=%5B%7B%22storageUrl%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%22https%3A%5C%2F%5C%2Fcloud.integration.example%22%5D%7D%2C%22userAction%22%3A%7B%22operator%22%3A%22%26%3D%22%2C%22values%22%3A%5B%22file_links%5C%2Fmanage%22%2C%22work_packages%5C%2Fcreate%22%5D%7D%7D%5D&pageSize=100")]
    [TestCase("/api/v3//configuration")]
    public async Task The_app_reads(string path)
    {
        var answer = await app.GetJsonAsync(path);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
    }

    [Test]
    public async Task The_app_marks_what_is_told_of_a_work_package_as_read_without_a_body()
    {
        var answer = await app.PostJsonAsync("/api/v3/notifications/read_ian?filters=%5B%7B%22resourceId%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%221%22%5D%7D%7D%5D", "");

        Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.NoContent, "")), "any other status is a failure to it");
    }

    [Test]
    public async Task The_app_takes_an_address_for_OpenProject_by_the_refusal_too()
    {
        using var nobody = server.Anonymous();
        nobody.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer ");

        var answer = await nobody.GetJsonAsync("/api/v3/");

        Assert.That((answer["_type"].GetString(), answer["errorIdentifier"].GetString()), Is.EqualTo(("Error", "urn:openproject-org:api:v3:errors:Unauthenticated")));
    }

    private static object Storage(string name) => new
    {
        name,
        storageAudience = "test",
        applicationPassword = "",
        _links = new
        {
            origin = new { href = Host },
            type = new { href = "urn:openproject-org:api:v3:storages:Nextcloud" },
            authenticationMethod = new { href = "urn:openproject-org:api:v3:storages:authenticationMethod:OAuth2SSO" },
        },
    };
}
