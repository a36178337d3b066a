using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Scim;

/// <summary>Providers' habits, from the test of the connection to deprovisioning.</summary>
[OnEachDatabase]
public sealed class ProviderTests(DatabaseProvider provider)
{
    private ScimWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await ScimWorld.StartAsync(provider);

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    private static string Patch(string operations) => $$"""{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{{operations}}]}""";

    private static string EntraUser(string name) => $$$"""
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
        "externalId":"ext-{{{name}}}","userName":"{{{name}}}@contoso.example","active":true,"displayName":"{{{name}}} Doe",
        "emails":[{"primary":true,"type":"work","value":"{{{name}}}@contoso.example"}],"meta":{"resourceType":"User"},
        "name":{"formatted":"{{{name}}} Doe","familyName":"Doe","givenName":"{{{name}}}"},"title":"Engineer","roles":[],
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"R&D","manager":{"value":"7"} } }
        """;

    [Test]
    public Task Entra_ID_as_it_came_first() => new ProviderSequence("application/scim+json")
        .Then("GET", "Users?filter=userName+eq+%22non-existent-7a1f%22", 200, expected: ("totalResults", "0"))
        .Then("GET", "Users?filter=userName eq \"ada@contoso.example\"", 200, expected: ("Resources", "[]"))
        .Then("POST", "Users", 201, EntraUser("ada"), keeps: "ada", expected: [("displayName", "\"ada Doe\""), ("active", "true"), ("externalId", "\"ext-ada\"")])
        .Then("POST", "Users", 409, EntraUser("ada"), expected: ("scimType", "\"uniqueness\""))
        .Then("POST", "Users", 201, EntraUser("bob"), keeps: "bob")
        .Then("GET", "Users?filter=externalId eq \"ext-ada\"", 200, expected: [("totalResults", "1"), ("Resources/0/id", "\"{ada}\"")])
        .Then("GET", "Users?filter=userName eq \"ADA@contoso.example\"", 200, expected: ("Resources/0/id", "\"{ada}\""))
        .Then("GET", "Users?filter=emails[type eq \"work\"].value eq \"ada@contoso.example\"", 200, expected: ("totalResults", "1"))
        .Then(
            "PATCH", "Users/{ada}", 200,
            Patch("""
                {"op":"Replace","path":"emails[type eq \"work\"].value","value":"ada.new@contoso.example"},{"op":"Replace","path":"name.familyName","value":"Roe"},
                {"op":"Add","path":"displayName","value":"Ada Roe"},{"op":"Add","path":"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department","value":"Sales"},
                {"op":"Replace","path":"title","value":"Head"},{"op":"Add","path":"phoneNumbers[type eq \"work\"].value","value":"+1"}
                """),
            expected: [("emails/0/value", "\"ada.new@contoso.example\""), ("name/familyName", "\"Roe\""), ("displayName", "\"Ada Roe\"")])
        .Then("GET", "Groups?excludedAttributes=members&filter=displayName eq \"Entra\"", 200, expected: ("totalResults", "0"))
        .Then(
            "POST", "Groups", 201,
            """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group","http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],"externalId":"g-entra","displayName":"Entra","meta":{"resourceType":"Group"}}""",
            keeps: "group", expected: ("members", "[]"))
        .Then("GET", "Groups/{group}?excludedAttributes=members", 200, expected: ("displayName", "\"Entra\""))
        .Then("PATCH", "Groups/{group}", 200, Patch("""{"op":"Add","path":"members","value":[{"$ref":null,"value":"{ada}"}]}"""), expected: ("members", """[{"value":"{ada}"}]"""))
        .Then("PATCH", "Groups/{group}", 200, Patch("""{"op":"Add","path":"members","value":[{"$ref":null,"value":"{ada}"},{"$ref":null,"value":"{bob}"}]}"""), expected: ("members", """[{"value":"{ada}"},{"value":"{bob}"}]"""))
        .Then("GET", "Groups?excludedAttributes=members&filter=id eq \"{group}\" and members eq \"{bob}\"", 200, expected: ("totalResults", "1"))
        .Then("PATCH", "Groups/{group}", 200, Patch("""{"op":"Replace","path":"displayName","value":"Entra team"}"""), expected: ("displayName", "\"Entra team\""))
        .Then("PATCH", "Groups/{group}", 200, Patch("""{"op":"Remove","path":"members","value":[{"$ref":null,"value":"{ada}"}]}"""), expected: ("members", """[{"value":"{bob}"}]"""))
        .Then("PATCH", "Users/{ada}", 200, Patch("""{"op":"Replace","path":"active","value":"False"}"""), expected: ("active", "false"))
        .Then("GET", "Users?filter=userName eq \"ada@contoso.example\"", 200, expected: [("totalResults", "1"), ("Resources/0/active", "false")])
        .Then("PATCH", "Users/{ada}", 200, Patch("""{"op":"Replace","path":"active","value":"True"}"""), expected: ("active", "true"))
        .Then("DELETE", "Users/{ada}", 204)
        .Then("DELETE", "Users/{ada}", 404)
        .Then("GET", "Users/{ada}", 404)
        .Then("DELETE", "Groups/{group}", 204)
        .RunAsync(world.Client);

    [Test]
    public Task Entra_ID_with_its_later_flag() => new ProviderSequence("application/scim+json")
        .Then("GET", "Users?filter=userName eq \"non-existent-7a1f\"", 200, expected: [("totalResults", "0"), ("Resources", "[]")])
        .Then("POST", "Users", 201, EntraUser("cleo"), keeps: "cleo")
        .Then(
            "PATCH", "Users/{cleo}", 200,
            Patch("""{"op":"replace","value":{"name.givenName":"Cleo","emails[type eq \"work\"].value":"c@contoso.example","active":false,"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department":"X"}}"""),
            expected: [("name/givenName", "\"Cleo\""), ("active", "false"), ("emails/0/value", "\"c@contoso.example\"")])
        .Then("POST", "Groups", 201, """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"externalId":"g-late","displayName":"Late"}""", keeps: "group")
        .Then("PATCH", "Groups/{group}?excludedAttributes=members", 200, Patch("""{"op":"add","path":"members","value":[{"value":"{cleo}"}]}"""), expected: ("displayName", "\"Late\""))
        .Then("PATCH", "Groups/{group}", 200, Patch("""{"op":"remove","path":"members[value eq \"{cleo}\"]"}"""), expected: ("members", "[]"))
        .Then("DELETE", "Users/{cleo}", 204)
        .Then("GET", "Users?filter=externalId eq \"ext-cleo\"", 200, expected: ("totalResults", "0"))
        .Then("DELETE", "Groups/{group}", 204)
        .RunAsync(world.Client);

    [Test]
    public Task Okta() => new ProviderSequence("application/scim+json")
        .Then("GET", "ServiceProviderConfig", 200, expected: ("patch/supported", "true"))
        .Then("GET", "Users?startIndex=1&count=2", 200, expected: [("startIndex", "1"), ("itemsPerPage", "2")])
        .Then("GET", "Users?filter=userName%20eq%20%22test.user%40okta.local%22&startIndex=1&count=100", 200, expected: ("totalResults", "0"))
        .Then(
            "POST", "Users", 201,
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"test.user@okta.local","name":{"givenName":"Test","familyName":"User"},
            "emails":[{"primary":true,"value":"test.user@okta.local","type":"work"}],"displayName":"Test User","locale":"en-US","externalId":"00ujl29u0le5T6Aj10h7",
            "groups":[],"password":"1mz050nq-from-okta","active":true}
            """,
            keeps: "user", expected: ("userName", "\"test.user@okta.local\""))
        .Then("GET", "Users/{user}", 200, expected: ("displayName", "\"Test User\""))
        .Then(
            "PUT", "Users/{user}", 200,
            """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"{user}","userName":"test.user@okta.local","name":{"givenName":"Another","middleName":"","familyName":"User"},
            "emails":[{"primary":true,"value":"test.user@okta.local","type":"work","display":"test.user@okta.local"}],"active":true,"groups":[],"meta":{"resourceType":"User"}}
            """,
            expected: [("name/givenName", "\"Another\""), ("externalId", "\"00ujl29u0le5T6Aj10h7\"")])
        .Then("POST", "Groups", 201, """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"Okta group","members":[]}""", keeps: "group")
        .Then("PATCH", "Groups/{group}", 200, Patch("""{"op":"replace","value":{"id":"{group}","displayName":"Okta pushed"}}"""), expected: ("displayName", "\"Okta pushed\""))
        .Then("PATCH", "Groups/{group}", 200, Patch("""{"op":"remove","path":"members[value eq \"{user}\"]"},{"op":"add","path":"members","value":[{"value":"{user}","display":"test.user@okta.local"}]}"""), expected: ("members", """[{"value":"{user}"}]"""))
        .Then("PATCH", "Groups/{group}", 200, Patch("""{"op":"replace","path":"members","value":[]}"""), expected: ("members", "[]"))
        .Then("PATCH", "Users/{user}", 200, Patch("""{"op":"replace","value":{"active":false}}"""), expected: ("active", "false"))
        .Then("GET", "Users?filter=userName eq \"test.user@okta.local\"&startIndex=1&count=100", 200, expected: ("Resources/0/active", "false"))
        .Then("PATCH", "Users/{user}", 200, Patch("""{"op":"replace","value":{"active":true}}"""), expected: ("active", "true"))
        .Then("PATCH", "Users/{user}", 200, Patch("""{"op":"replace","value":{"active":false}}"""), expected: [("active", "false"), ("externalId", "\"00ujl29u0le5T6Aj10h7\"")])
        .Then("DELETE", "Groups/{group}", 204)
        .RunAsync(world.Client);

    [Test]
    public Task Keycloak() => new ProviderSequence("application/scim+json")
        .Then("GET", "/ServiceProviderConfig", 200)
        .Then(
            "POST", "/Users", 201,
            """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"externalId":"6c1b-kc","userName":"kc-user","name":{"familyName":"Cloak","givenName":"Key"},"displayName":"Key Cloak","active":true,"emails":[{"value":"kc@example.net","primary":true}]}""",
            keeps: "user")
        .Then("POST", "/Groups/", 201, """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"externalId":"9d-kc","displayName":"kc-group"}""", keeps: "group", expected: ("members", "[]"))
        .Then(
            "PUT", "Groups/{group}", 200,
            """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"{group}","externalId":"9d-kc","displayName":"kc-group","members":[{"value":"{user}","$ref":"https://idp.example/Users/{user}","display":"kc-user","type":"User"}],"meta":{"resourceType":"Group"}}""",
            expected: ("members", """[{"value":"{user}"}]"""))
        .Then(
            "PUT", "Users/{user}", 200,
            """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"{user}","externalId":"6c1b-kc","userName":"kc-user","name":{"familyName":"Cloak","givenName":"Keyed"},"active":false,"emails":[{"value":"kc@example.net","primary":true}]}""",
            expected: [("active", "false"), ("groups", """[{"value":"{group}"}]""")])
        .Then("PUT", "Groups/{group}", 200, """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"{group}","displayName":"kc-group"}""", expected: [("members", "[]"), ("externalId", "\"9d-kc\"")])
        .Then("DELETE", "Users/{user}", 204)
        .Then("DELETE", "Groups/{group}", 204)
        .RunAsync(world.Client);

    [Test]
    public Task OneLogin() => new ProviderSequence("application/json")
        .Then("GET", "Users?filter=userName+eq+%22one%40login.example%22", 200, expected: ("totalResults", "0"))
        .Then(
            "POST", "Users", 201,
            """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"one@login.example","externalId":"1234567","name":{"familyName":"Login","givenName":"One","formatted":"One Login"},"emails":[{"value":"one@login.example","type":"work","primary":true}],"active":true,"phoneNumbers":[{"value":"","type":"work"}],"title":""}""",
            keeps: "user")
        .Then("GET", "Groups?startIndex=1&count=100", 200)
        .Then("POST", "Groups", 201, """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"OneLogin role"}""", keeps: "group")
        .Then("PATCH", "Groups/{group}", 200, Patch("""{"op":"add","path":"members","value":[{"value":"{user}","display":"one@login.example"}]}"""), expected: ("members", """[{"value":"{user}"}]"""))
        .Then(
            "PUT", "Users/{user}", 200,
            """{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"{user}","userName":"one@login.example","externalId":"1234567","name":{"familyName":"Login","givenName":"Two"},"emails":[{"value":"one@login.example","type":"work","primary":true}],"active":true}""",
            expected: ("name/givenName", "\"Two\""))
        .Then("PATCH", "Groups/{group}", 200, Patch("""{"op":"remove","path":"members[value eq \"{user}\"]"}"""), expected: ("members", "[]"))
        .Then("PATCH", "Users/{user}", 200, Patch("""{"op":"replace","path":"active","value":false}"""), expected: ("active", "false"))
        .Then("DELETE", "Users/{user}", 204)
        .RunAsync(world.Client);
}
