using System.Net;
using System.Text.Json;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.WellKnown;

/// <summary>The two documents of OAuth 2.0. They depend on settings alone, so one database is enough.</summary>
[TestFixture]
public sealed class OAuthMetadataTests
{
    private const string Server = "/.well-known/oauth-authorization-server";
    private const string Resource = "/.well-known/oauth-protected-resource";
    private static readonly string[] Scopes = ["api_v3", "scim_v2", "mcp", "mcp:read", "bcf_v2_1"];

    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        server = new ApiServer(("PublicBaseUrl", "https://op.example.com"), ("ApiV3:InstanceName", "Werkstatt"));
        client = server.Anonymous();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task The_authorization_server_has_the_members_of_OpenProject_in_its_order_and_some_more()
    {
        var answer = await client.GetJsonAsync(Server);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer.ContentHeaders.ContentType!.ToString(), Is.EqualTo("application/json; charset=utf-8"));
        Assert.That(answer.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=300"));
        Assert.That(answer.Body.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[]
        {
            "issuer", "authorization_endpoint", "token_endpoint", "introspection_endpoint", "scopes_supported", "response_types_supported",
            "grant_types_supported", "service_documentation", "revocation_endpoint", "response_modes_supported",
            "token_endpoint_auth_methods_supported", "revocation_endpoint_auth_methods_supported", "introspection_endpoint_auth_methods_supported",
            "code_challenge_methods_supported", "authorization_response_iss_parameter_supported",
        }));
        Assert.That(answer["issuer"].GetString(), Is.EqualTo("https://op.example.com"));
        Assert.That(answer["authorization_endpoint"].GetString(), Is.EqualTo("https://op.example.com/oauth/authorize"));
        Assert.That(answer["token_endpoint"].GetString(), Is.EqualTo("https://op.example.com/oauth/token"));
        Assert.That(answer["introspection_endpoint"].GetString(), Is.EqualTo("https://op.example.com/oauth/introspect"));
        Assert.That(answer["revocation_endpoint"].GetString(), Is.EqualTo("https://op.example.com/oauth/revoke"));
        Assert.That(Texts(answer["scopes_supported"]), Is.EqualTo(Scopes));
        Assert.That(Texts(answer["response_types_supported"]), Is.EqualTo(new[] { "code" }));
        Assert.That(Texts(answer["response_modes_supported"]), Is.EqualTo(new[] { "query" }));
        Assert.That(Texts(answer["grant_types_supported"]), Is.EqualTo(new[] { "authorization_code", "client_credentials", "refresh_token" }));
        Assert.That(Texts(answer["code_challenge_methods_supported"]), Is.EqualTo(new[] { "S256" }));
        Assert.That(Texts(answer["token_endpoint_auth_methods_supported"]), Is.EqualTo(new[] { "client_secret_basic", "client_secret_post", "none" }));
        Assert.That(answer["service_documentation"].GetString(), Does.StartWith("https://www.openproject.org/docs/"));
    }

    [Test]
    public async Task Whatever_is_advertised_answers()
    {
        var document = await client.GetJsonAsync(Server);

        foreach (var endpoint in document.Body.EnumerateObject().Where(p => p.Name.EndsWith("_endpoint", StringComparison.Ordinal)))
        {
            var answer = await client.GetJsonAsync(new Uri(endpoint.Value.GetString()!).AbsolutePath);
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), endpoint.Name);
        }
    }

    [Test]
    public async Task The_resource_has_the_members_of_OpenProject_in_its_order()
    {
        var answer = await client.GetJsonAsync(Resource);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer.ContentHeaders.ContentType!.ToString(), Is.EqualTo("application/json; charset=utf-8"));
        Assert.That(answer.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=300"));
        Assert.That(
            answer.Body.EnumerateObject().Select(p => p.Name),
            Is.EqualTo(new[] { "resource", "resource_name", "authorization_servers", "scopes_supported", "bearer_methods_supported", "resource_documentation" }));
        Assert.That(answer["resource"].GetString(), Is.EqualTo("https://op.example.com"));
        Assert.That(answer["resource_name"].GetString(), Is.EqualTo("Werkstatt"));
        Assert.That(Texts(answer["authorization_servers"]), Is.EqualTo(new[] { "https://op.example.com" }));
        Assert.That(Texts(answer["scopes_supported"]), Is.EqualTo(Scopes));
        Assert.That(Texts(answer["bearer_methods_supported"]), Is.EqualTo(new[] { "header" }));
        Assert.That(answer["resource_documentation"].GetString(), Is.EqualTo("https://www.openproject.org/docs/api/"));
    }

    [TestCase("/api/v3", "api_v3")]
    [TestCase("/scim_v2", "scim_v2")]
    [TestCase("/mcp", "mcp")]
    [TestCase("/api/bcf/2.1", "bcf_v2_1")]
    public async Task Each_API_has_a_document_of_its_own(string path, string scope)
    {
        var answer = await client.GetJsonAsync(Resource + path);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer["resource"].GetString(), Is.EqualTo("https://op.example.com" + path));
        Assert.That(Texts(answer["scopes_supported"]), Is.EqualTo(new[] { scope }));
        Assert.That(Texts(answer["authorization_servers"]), Is.EqualTo(new[] { "https://op.example.com" }));
    }

    [TestCase("works", "school", "https://school.example", "https://works.example", "https://op.example.com")]
    [TestCase("works", null, "https://works.example", "https://op.example.com")]
    public async Task Providers_that_are_available_come_before_the_own_server(string first, string? second, params string[] expected)
    {
        var settings = new List<(string, string?)> { ("PublicBaseUrl", "https://op.example.com") };
        foreach (var name in new[] { first, second, "closed" }.OfType<string>())
        {
            settings.Add(($"OpenIdConnect:Providers:{name}:Issuer", $"https://{name}.example"));
            settings.Add(($"OpenIdConnect:Providers:{name}:ClientId", "openproject"));
            settings.Add(($"OpenIdConnect:Providers:{name}:JwksUri", $"https://{name}.example/keys"));
        }

        settings.Add(("OpenIdConnect:Providers:closed:Enabled", "false"));
        using var federated = new ApiServer([.. settings]);

        foreach (var path in new[] { Resource, Resource + "/mcp" })
            Assert.That(Texts((await federated.Anonymous().GetJsonAsync(path))["authorization_servers"]), Is.EqualTo(expected));
    }

    private static readonly Dictionary<string, Action<HttpRequestMessage>> Askers = new(StringComparer.Ordinal)
    {
        ["an administrator"] = request => request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + ApiServer.AdminApiKey),
        ["a broken header"] = request => request.Headers.TryAddWithoutValidation("Authorization", "!!! nonsense"),
        ["an unknown token"] = request => request.Headers.TryAddWithoutValidation("Authorization", "Bearer AAAA"),
        ["an expired cookie"] = request => request.Headers.Add("Cookie", "_open_project_session=expired"),
        ["a forged host"] = request => request.Headers.Host = "evil.example",
        ["a forged forwarded host"] = request => request.Headers.Add("X-Forwarded-Host", "evil.example"),
        ["another origin"] = request => request.Headers.Add("Origin", "https://app.example.com"),
        ["a query"] = request => request.RequestUri = new Uri(request.RequestUri + "?a=b", UriKind.Relative),
    };

    private static IEnumerable<object[]> AskersOfEach() =>
        from path in new[] { Server, Resource, Resource + "/mcp" }
        from asker in Askers.Keys
        select new object[] { path, asker };

    [TestCaseSource(nameof(AskersOfEach))]
    public async Task They_are_the_same_for(string path, string asker)
    {
        var plain = await client.GetJsonAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        Askers[asker](request);

        var answer = await client.AnswerAsync(request);

        Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.OK, plain.Text)));
        Assert.That(answer.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
        foreach (var absent in new[] { "Access-Control-Allow-Credentials", "Set-Cookie", "WWW-Authenticate" })
            Assert.That(answer.Headers.Contains(absent), Is.False, absent);
    }

    [TestCase(Server)]
    [TestCase(Resource)]
    [TestCase(Resource + "/mcp")]
    public async Task HEAD_is_GET_without_the_body_and_OPTIONS_opens_them_to_scripts(string path)
    {
        var get = await client.GetJsonAsync(path);
        var head = await client.AnswerAsync(new HttpRequestMessage(HttpMethod.Head, path));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, path);
        preflight.Headers.Add("Origin", "https://app.example.com");
        preflight.Headers.Add("Access-Control-Request-Method", "GET");
        preflight.Headers.Add("Access-Control-Request-Headers", "mcp-protocol-version");
        var options = await client.AnswerAsync(preflight);

        Assert.That((head.Status, head.Text, head.ContentHeaders.ContentLength), Is.EqualTo((HttpStatusCode.OK, "", get.ContentHeaders.ContentLength)));
        Assert.That(options.Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(options.ContentHeaders.Allow, Is.EqualTo(new[] { "GET", "HEAD", "OPTIONS" }));
        Assert.That(options.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
        Assert.That(options.Headers.GetValues("Access-Control-Allow-Headers").Single(), Does.Contain("MCP-Protocol-Version"));
    }

    [TestCase(Server)]
    [TestCase(Resource)]
    [TestCase(Resource + "/mcp")]
    public async Task They_cannot_be_changed(string path)
    {
        foreach (var method in new[] { "POST", "PUT", "PATCH", "DELETE" })
        {
            var answer = await client.AnswerAsync(new HttpMethod(method), path, "{}");
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.MethodNotAllowed), method);
            Assert.That(answer.ContentHeaders.Allow, Is.EqualTo(new[] { "GET", "HEAD", "OPTIONS" }));
        }
    }

    [TestCase(Server + "/")]
    [TestCase(Server + "/mcp")]
    [TestCase("/.well-known/OAuth-Authorization-Server")]
    [TestCase("/.WELL-KNOWN/oauth-authorization-server")]
    [TestCase(Server + ".json")]
    [TestCase(Resource + "/")]
    [TestCase(Resource + "/mcp/")]
    [TestCase(Resource + "/MCP")]
    [TestCase(Resource + "/api")]
    [TestCase(Resource + "/api/v3/projects")]
    [TestCase(Resource + "/unknown")]
    [TestCase("/.well-known/openid-configuration")]
    [TestCase("/.well-known/jwks")]
    public async Task Every_other_path_is_not_found(string path) =>
        Assert.That((await client.GetJsonAsync(path)).Status, Is.EqualTo(HttpStatusCode.NotFound));

    [TestCase("")]
    [TestCase("/openproject")]
    public async Task Under_a_prefix_they_are_where_the_RFCs_put_them_and_below_the_prefix(string below)
    {
        using var prefixed = new ApiServer(("PublicBaseUrl", "https://example.com/openproject/"));
        using var asker = prefixed.Anonymous();

        var ofServer = await asker.GetJsonAsync(below.Length > 0 ? below + Server : Server + "/openproject");
        var ofWhole = await asker.GetJsonAsync(below.Length > 0 ? below + Resource : Resource + "/openproject");
        var ofApi = await asker.GetJsonAsync(below.Length > 0 ? below + Resource + "/mcp" : Resource + "/openproject/mcp");

        Assert.That(ofServer["issuer"].GetString(), Is.EqualTo("https://example.com/openproject"));
        Assert.That(ofServer["token_endpoint"].GetString(), Is.EqualTo("https://example.com/openproject/oauth/token"));
        Assert.That(ofWhole["resource"].GetString(), Is.EqualTo("https://example.com/openproject"));
        Assert.That(ofApi["resource"].GetString(), Is.EqualTo("https://example.com/openproject/mcp"));
        Assert.That((await asker.GetJsonAsync(Server + "/other")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Without_a_public_address_they_name_the_one_that_was_asked()
    {
        using var plain = new ApiServer();
        using var asker = plain.Anonymous();

        Assert.That((await asker.GetJsonAsync(Server))["issuer"].GetString(), Is.EqualTo("http://localhost"));
    }

    [Test]
    public async Task A_proxy_that_ends_TLS_can_say_so_instead()
    {
        using var behind = new ApiServer(("ForwardedHeaders_Enabled", "true"));
        using var asker = behind.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, Server) { Headers = { Host = "op.example.org" } };
        request.Headers.Add("X-Forwarded-Proto", "https");

        Assert.That((await asker.AnswerAsync(request))["issuer"].GetString(), Is.EqualTo("https://op.example.org"));
    }

    private static IEnumerable<string?> Texts(JsonElement list) => list.EnumerateArray().Select(e => e.GetString());
}
