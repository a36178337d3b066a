using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using OpenProject.Application.CustomFields;
using OpenProject.Domain.CustomFields;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>Agents learn what customField12 is: definitions are seen by those who see the fields anywhere.</summary>
[OnEachDatabase]
public sealed class CustomFieldTests(DatabaseProvider provider)
{
    private McpWorld world = null!;
    private long forAll;
    private long hidden;
    private long secret;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await McpWorld.StartAsync(provider);
        var server = world.People.Server;
        forAll = await server.DefineAsync("Colour of it", CustomFieldFormat.List, "Red", "Green");
        var identifier = (await world.People["admin"].GetJsonAsync(world.People.Projects["private"]))["identifier"].GetString()!;
        hidden = await server.DefineAsync(new CustomFieldSpec("Colour of the hidden", CustomizedKind.WorkPackage, CustomFieldFormat.Int) { Projects = [identifier] });
        secret = await server.DefineAsync(new CustomFieldSpec("Colour of a person", CustomizedKind.User, CustomFieldFormat.String) { IsAdminOnly = true, MaxLength = 20 });
    }

    [OneTimeTearDown]
    public async Task Stop() => await world.DisposeAsync();

    [Test]
    public async Task They_are_found_by_name_and_id_by_those_who_see_the_field()
    {
        Assert.That(await IdsAsync("admin", "search_custom_fields", new() { ["name"] = "colour of" }), Is.EquivalentTo(new[] { $"{forAll}", $"{hidden}", $"{secret}" }));
        foreach (var kind in new[] { "member", "reader" })
            Assert.That(await IdsAsync(kind, "search_custom_fields", new() { ["name"] = "colour of" }), Is.EqualTo(new[] { $"{forAll}" }), kind);
        Assert.That(await IdsAsync("admin", "search_custom_fields", new() { ["id"] = new[] { hidden, 4711 } }), Is.EqualTo(new[] { $"{hidden}" }));

        var (_, found) = await world.CallAsync("member", "search_custom_fields", new() { ["id"] = forAll });
        var field = found.GetProperty("items")[0];
        Assert.That(field.GetProperty("_type").GetString(), Is.EqualTo("CustomField"));
        Assert.That((field.GetProperty("attribute").GetString(), field.GetProperty("fieldFormat").GetString(), field.GetProperty("customizes").GetString()), Is.EqualTo(($"customField{forAll}", "list", "work_package")));
    }

    private async Task<IReadOnlyList<string>> IdsAsync(string kind, string tool, Dictionary<string, object?> arguments) => (await world.SearchAsync(kind, tool, arguments)).Ids;

    [Test]
    public async Task One_is_read_by_its_address()
    {
        var address = "http://localhost/api/v3/custom_fields/";
        Assert.That(((TextResourceContents)(await world["member"].ReadResourceAsync(address + forAll)).Contents.Single()).Text, Does.Contain("\"Colour of it\""));
        foreach (var unseen in new[] { hidden, secret })
            Assert.CatchAsync<McpProtocolException>(async () => await world["member"].ReadResourceAsync(address + unseen));
    }
}
