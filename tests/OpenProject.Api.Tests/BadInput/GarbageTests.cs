using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.BadInput;

/// <summary>Generated garbage at every route: whatever is sent, no answer is a failure of ours.</summary>
[OnEachDatabase]
public sealed class GarbageTests(DatabaseProvider provider)
{
    private const int RequestsPerRoute = 40;

    // The same garbage each time, so that a change is judged by what it changed; GARBAGE_SEED=<number> looks elsewhere.
    private static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("GARBAGE_SEED"), out var seed) ? seed : 20261125;

    private static readonly string[] Attributes =
    [
        "subject", "description", "startDate", "dueDate", "date", "duration", "estimatedTime", "percentageDone", "lockVersion", "name", "identifier",
        "active", "public", "status", "statusExplanation", "login", "email", "firstName", "lastName", "admin", "password", "scheduleManually", "_links",
        "type", "priority", "project", "parent", "assignee", "category", "version", "roles", "principal", "href", "raw", "_meta", "_embedded", "id",
    ];

    private static readonly string[] Texts =
    [
        "", "x", "-1", "0", "1", "99999999999999999999", "null", "PT5H", "P1D", "2026-02-30", "2026-03-01", "%", "'", "\"; drop table principals", "\0", "ü😀",
        "/api/v3/statuses/1", "/api/v3/projects/3", "/api/v3/users/4", "/api/v3/users/", "urn:openproject-org:api:v3:undisclosed", "me", "{id}", "a/b",
        new string('x', 5_000),
    ];

    private static readonly string[] Queries =
    [
        "filters", "sortBy", "offset", "pageSize", "groupBy", "showSums", "select", "timestamps", "eprops",
    ];

    private static readonly Gen<string> Text = Gen.Elements(Texts);

    private static readonly Gen<string> Json = Gen.Sized(size => JsonOf(Math.Min(size, 4)));

    private static readonly Gen<string> FilterText =
        from name in Gen.Elements(Attributes).Or(Text)
        from symbol in Gen.Elements("=", "!", "~", "**", "*", "!*", "o", "c", "<>d", "=d", "t+", ">t-", ">=", "&=", "", "nonsense")
        from values in Gen.ArrayOf(Text)
        select $"[{{{JsonSerializer.Serialize(name)}:{{\"operator\":\"{symbol}\",\"values\":{JsonSerializer.Serialize(values)}}}}}]";

    private static readonly Gen<(string Name, string Value)> Parameter =
        from name in Gen.Elements(Queries)
        from value in name == "filters" ? Gen.OneOf(FilterText, Json, Text) : Gen.OneOf(Json, Text)
        select (name, value);

    [Test]
    public void No_garbage_is_answered_with_a_failure()
    {
        using var server = new ApiServer(provider);
        using var client = server.Client();
        _ = client.GetJsonAsync("/api/v3").GetAwaiter().GetResult();
        var routes = server.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.StartsWith("api/v3", StringComparison.Ordinal) == true)
            .SelectMany(e => (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => (Method: m, Path: e.RoutePattern.RawText!)))
            .Distinct().ToList();
        Assert.That(routes, Has.Count.GreaterThan(10));

        foreach (var (method, path) in routes)
        {
            var request =
                from ids in Gen.ArrayOf(Text.Or(Gen.Elements("1", "2", "3", "4")), 4)
                from parameters in Gen.ArrayOf(Parameter)
                from body in Json
                select (ids, parameters, body);
            var property = Prop.ForAll(request.ToArbitrary(), r =>
            {
                var (status, answer) = Send(client, method, Fill(path, r.ids), r.parameters, r.body);
                return (status is < 500 and >= 200 || IsOfAnother(status, answer)).Label($"{status} for {r.body}");
            });
            property.Check(Config.QuickThrowOnFailure.WithReplay(Seed, 1).WithMaxTest(RequestsPerRoute).WithName($"{method} {path}"));
        }
    }

    // A storage that does not answer is told as the contract tells it; nothing here failed.
    private static bool IsOfAnother(int status, string answer) =>
        status == 500 && answer.Contains("\"urn:openproject-org:api:v3:errors:OutboundRequest:", StringComparison.Ordinal);

    private static (int Status, string Answer) Send(HttpClient client, string method, string path, (string Name, string Value)[] parameters, string body)
    {
        var query = string.Join('&', parameters.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/{path}?{query}");
        if (method is not ("GET" or "HEAD"))
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using var response = client.SendAsync(request).GetAwaiter().GetResult();
        return ((int)response.StatusCode, response.Content.ReadAsStringAsync().GetAwaiter().GetResult());
    }

    private static string Fill(string path, string[] ids)
    {
        var next = 0;
        return string.Join('/', path.Split('/').Select(s => s.StartsWith('{') ? Segment(ids[next++ % ids.Length]) : s));
    }

    // A path cannot hold an empty segment or a null character (servers refuse it before any of our code), and "." and ".." are resolved by the client.
    private static string Segment(string id) => id is "" or "\0" ? "0" : Uri.EscapeDataString(id.Length > 200 ? id[..200] : id);

    private static Gen<string> JsonOf(int depth)
    {
        var leaf = Gen.OneOf(
            Text.Select(t => JsonSerializer.Serialize(t)),
            Gen.Elements("null", "true", "false", "0", "-1", "1.5", "1e400", "12345678901234567890", "{", "[", "nul", ""));
        if (depth == 0)
            return leaf;
        var inner = JsonOf(depth - 1);
        var member = from name in Gen.Elements(Attributes) from value in inner select $"\"{name}\":{value}";
        return Gen.OneOf(
            leaf,
            Gen.ArrayOf(inner).Select(items => "[" + string.Join(',', items.Take(4)) + "]"),
            Gen.ArrayOf(member).Select(members => "{" + string.Join(',', members.Take(8)) + "}"));
    }
}
