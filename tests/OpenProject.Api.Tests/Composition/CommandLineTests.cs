using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Composition;

/// <summary>Runs the program as an operator does, in a process of its own.</summary>
[TestFixture]
public sealed partial class CommandLineTests
{
    private DirectoryInfo data = null!;
    private string migrated = null!;

    [OneTimeSetUp]
    public async Task Migrate()
    {
        data = Directory.CreateTempSubdirectory("openproject-verbs-");
        migrated = (await RunAsync("migrate", "--Seed:Demo=none")).Output;
    }

    [OneTimeTearDown]
    public void Delete() => data.Delete(recursive: true);

    [Test]
    public async Task A_token_is_one_JSON_object_on_the_output_whatever_is_logged()
    {
        var created = await RunAsync("token", "create", "--user", "ADMIN", "--name", "CI", "--expires", "2999-12-31", "--json", "--Logging:LogLevel:Default=Debug");

        Assert.That(migrated, Does.Match("^The administrator's API key, shown only this once: opapi-[0-9a-f]{40}\nThe password of the user admin, [^\n]+: [a-z2-9]{20}\\s*$"));
        Assert.That(created.Code, Is.Zero, created.Errors);
        Assert.That(created.Errors, Does.Contain("\"LogLevel\":\"Debug\""));
        Assert.That(created.Json.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "id", "token" }));
        Assert.That(created.Json.GetProperty("token").GetString(), Does.Match("^opapi-[0-9a-f]{40}$"));
    }

    [Test]
    public async Task Tokens_are_listed_without_their_text_and_revoked()
    {
        using var server = new ApiServer(("Seed:Demo", "none"));
        await server.Anonymous().GetJsonAsync("/health/live");
        var at = $"--Data:Directory={server.DataDirectory}";
        var kept = (await RunAsync("token", "create", "--user", "admin", "--name", "Kept", "--expires", "2999-12-31", "--json", at)).Json;
        var lost = (await RunAsync("token", "create", "--user", "admin", "--name", "Lost\u001b[31m", at)).Output.Trim();

        var listed = await RunAsync("token", "list", "--user", "admin", "--json", at);
        var table = await RunAsync("token", "list", "--user", "admin", at);
        var id = listed.Json.EnumerateArray().Single(token => token.GetProperty("name").GetString()!.StartsWith("Lost", StringComparison.Ordinal)).GetProperty("id").GetInt64();
        var revoked = await RunAsync("token", "revoke", $"{id}", at);
        var again = await RunAsync("token", "revoke", $"{id}", at);

        Assert.That(listed.Json.EnumerateArray().Select(token => token.GetProperty("name").GetString()), Is.EqualTo(new[] { "Lost\u001b[31m", "Kept", "First key" }));
        Assert.That(
            listed.Json[1].EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "id", "name", "createdAt", "expiresOn", "lastUsedAt" }), "What the table tells, once.");
        Assert.That(listed.Json[1].GetProperty("expiresOn").GetString(), Is.EqualTo("2999-12-31"));
        Assert.That(listed.Output + table.Output, Does.Not.Contain("opapi-"));
        Assert.That(table.Output, Does.StartWith("id\tname\tcreated\texpires\tlast used\n").And.Contain("\tKept\t").And.Contain("\t2999-12-31\t").And.Not.Match("[\\x00-\\x08\\x0b-\\x1f]"));
        Assert.That((revoked.Code, again.Code), Is.EqualTo((0, 1)));
        Assert.That(again.Errors, Is.EqualTo("There is no such token."));
        using var refused = server.Client(lost);
        Assert.That((await refused.GetJsonAsync("/api/v3")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        using var client = server.Client(kept.GetProperty("token").GetString()!);
        Assert.That((await client.GetJsonAsync("/api/v3"))["_links/user/title"].GetString(), Is.EqualTo("OpenProject Admin"));
    }

    [Test]
    public async Task An_account_that_was_made_signs_in_and_changes_its_password_unless_it_may_keep_it()
    {
        using var server = new ApiServer(("Seed:Demo", "none"));
        await server.Anonymous().GetJsonAsync("/health/live");
        var at = $"--Data:Directory={server.DataDirectory}";

        var made = await RunAsync("user", "create", "--login", "robot", "--first-name", "Robot", "--last-name", "One", "--email", "robot@example.net", "--json", at);
        await using var given = ServerProcess.Start(
            ["user", "create", "--login", "ada", "--first-name", "Ada", "--last-name", "Lovelace", "--email", "ada@example.net", "--admin", "--password-stdin", "--keep-password", "--json", at],
            "Correct-horse-7-battery\nnot this line\n");

        Assert.That(await given.ExitCodeAsync(), Is.Zero, given.Errors);
        var account = JsonElement.Parse(given.Output);
        Assert.That(account.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "id", "login" }));
        var ada = await server.Client().GetJsonAsync($"/api/v3/users/{account.GetProperty("id")}");
        Assert.That((ada["name"].GetString(), ada["admin"].GetBoolean(), ada["status"].GetString()), Is.EqualTo(("Ada Lovelace", true, "active")));
        using var first = Browser.Of(server);
        Assert.That((await first.SignInAsync("ada", "Correct-horse-7-battery")).Status, Is.EqualTo(HttpStatusCode.Redirect));
        using var second = Browser.Of(server);
        var page = await second.SignInAsync("robot", made.Json.GetProperty("password").GetString()!);
        Assert.That(page.Text, Does.Contain("<h1>Change the password</h1>"));
    }

    [Test]
    public async Task A_picture_is_set_shown_and_taken_away()
    {
        using var server = new ApiServer(("Seed:Demo", "none"));
        using var client = server.Client();
        await client.GetJsonAsync("/health/live");
        var at = $"--Data:Directory={server.DataDirectory}";
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
        var (file, text) = (Path.Combine(data.FullName, "picture"), Path.Combine(data.FullName, "text"));
        await File.WriteAllBytesAsync(file, picture);
        await File.WriteAllTextAsync(text, "no picture");

        var set = await RunAsync("user", "avatar", "--user", "admin", "--file", file, "--json", at);
        var refused = await RunAsync("user", "avatar", "--user", "admin", "--file", text, at);

        Assert.That(set.Code, Is.Zero, set.Errors);
        Assert.That((refused.Code, refused.Errors.Trim()), Is.EqualTo((1, "Avatar must be a picture in one of the formats PNG, JPEG, GIF and WebP.")));
        var href = (await client.GetJsonAsync("/api/v3/users/me"))["avatar"].GetString()!;
        Assert.That(await client.GetByteArrayAsync(href), Is.EqualTo(picture));
        var removed = await RunAsync("user", "avatar", "--user", "admin", at);
        Assert.That(removed.Code, Is.Zero, removed.Errors);
        Assert.That((await client.GetJsonAsync(href)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_API_v3_only_reads_is_made()
    {
        using var server = new ApiServer();
        using var client = server.Client();
        await client.GetJsonAsync("/api/v3");
        var at = $"--Data:Directory={server.DataDirectory}";
        var file = Path.Combine(server.DataDirectory, "text.md");
        await File.WriteAllTextAsync(file, "Said in *Markdown*");

        async Task<ApiAnswer> MadeAsync(string path, params string[] arguments)
        {
            var ran = await RunAsync([.. arguments, "--json", at]);
            return await client.GetJsonAsync($"/api/v3/{path}/{ran.Json.GetProperty("id").GetInt64()}");
        }

        var document = await MadeAsync("documents", "content", "create", "--kind", "Document", "--project", "demo-project", "--title", "Made", "--file", file);
        var meeting = await MadeAsync(
            "meetings", "content", "create", "--kind", "Meeting", "--project", "demo-project", "--title", "Met", "--author", "mira", "--start", "2027-03-01T09:00Z", "--minutes", "30", "--location", "Here");
        var sprint = await MadeAsync("sprints", "sprint", "create", "--project", "your-scrum-project", "--name", "Third", "--file", file, "--start", "2027-03-01", "--finish", "2027-03-14", "--status", "Active");
        var phase = await MadeAsync("project_phases", "phase", "set", "--project", "demo-project", "--name", "Closing");
        var help = await MadeAsync("help_texts", "help-text", "set", "--scope", "Project", "--attribute", "description", "--file", file);
        var unknown = await RunAsync("help-text", "set", "--scope", "Project", "--attribute", "nothing", "--file", file, at);

        Assert.That(document["description/html"].GetString(), Does.Contain("<em>Markdown</em>"));
        Assert.That((meeting["startTime"].GetString(), meeting["endTime"].GetString(), meeting["location"].GetString()), Is.EqualTo(("2027-03-01T09:00:00.000Z", "2027-03-01T09:30:00.000Z", "Here")));
        Assert.That(meeting["_embedded/author/login"].GetString(), Is.EqualTo("mira"));
        Assert.That((sprint["startDate"].GetString(), sprint["_links/status/title"].GetString(), sprint["description/raw"].GetString()), Is.EqualTo(("2027-03-01", "Active", "Said in *Markdown*")));
        Assert.That((phase["name"].GetString(), phase["active"].GetBoolean()), Is.EqualTo(("Closing", true)));
        Assert.That((help["scope"].GetString(), help["attribute"].GetString()), Is.EqualTo(("Project", "description")));
        Assert.That((unknown.Code, unknown.Errors.Trim()), Is.EqualTo((1, "Attribute 'nothing' is none of those that can be explained.")));
    }

    [Test]
    public async Task An_application_is_registered_works_is_listed_and_disabled()
    {
        using var server = new ApiServer(("Seed:Demo", "none"));
        await server.Anonymous().GetJsonAsync("/health/live");
        var at = $"--Data:Directory={server.DataDirectory}";

        var made = (await RunAsync(
            "oauth-app", "create", "--name", "Planner", "--redirect-uri", "https://planner.example/cb", "--redirect-uri", "http://127.0.0.1/cb",
            "--scope", "mcp", "--scope", "api_v3", "--client-credentials-user", "ADMIN", "--json", at)).Json;
        var pocket = (await RunAsync("oauth-app", "create", "--name", "Pocket", "--redirect-uri", "http://127.0.0.1/cb", "--public", "--json", at)).Json;
        var token = await TokenAsync(server, made);
        var listed = (await RunAsync("oauth-app", "list", "--json", at)).Json;
        var table = await RunAsync("oauth-app", "list", at);
        var disabled = await RunAsync("oauth-app", "disable", made.GetProperty("id").ToString(), "--json", at);

        Assert.That(pocket.GetProperty("clientSecret").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(token.Status, Is.EqualTo(HttpStatusCode.OK), token.ToString());
        Assert.That(listed[0].ToString(), Is.EqualTo(
            $$"""{"id":{{made.GetProperty("id")}},"name":"Planner","clientId":"{{made.GetProperty("clientId")}}","confidential":true,"enabled":true,"scopes":["api_v3","mcp"],"clientCredentialsUser":"admin","redirectUris":["https://planner.example/cb","http://127.0.0.1/cb"]}"""));
        Assert.That(table.Output, Does.Contain("\tPocket\t").And.Contain("\tpublic\tenabled\tapi_v3\t"));
        Assert.That(listed + table.Output, Does.Not.Contain(made.GetProperty("clientSecret").GetString()!));
        Assert.That(disabled.Output.Trim(), Is.EqualTo($$"""{"id":{{made.GetProperty("id")}},"enabled":false}"""));
        Assert.That((await TokenAsync(server, made))["error"].GetString(), Is.EqualTo("unauthorized_client"));
    }

    [Test]
    public async Task The_installation_is_shown_and_renewed()
    {
        var shown = await RunAsync("installation", "show");
        var renewed = await RunAsync("installation", "renew", "--json");
        var after = await RunAsync("installation", "show", "--json");
        var given = await RunAsync("installation", "show", "--Installation:Uuid=6f1a9b52-7f0e-4c58-9f0c-2f1a7e2d9b10");

        Assert.That(shown.Output.Trim(), Does.Match("^[0-9a-f-]{36}$").And.Not.EqualTo(renewed.Json.GetProperty("uuid").GetString()));
        Assert.That(after.Output, Is.EqualTo(renewed.Output));
        Assert.That(given.Output.Trim(), Is.EqualTo("6f1a9b52-7f0e-4c58-9f0c-2f1a7e2d9b10"));
    }

    [TestCase("No user has the login 'nobody'.", "token create --user nobody")]
    [TestCase("'31.12.2999' is no day like 2027-12-31.", "token create --user admin --expires 31.12.2999")]
    [TestCase("Expiration date must be in the future.", "token create --user admin --expires 2020-01-01")]
    [TestCase("Option '--user' is required.", "token create --json")]
    [TestCase("'--expire' is neither an option of this verb nor a setting; --help lists the options.", "token create --user admin --expire=2999-12-31")]
    [TestCase("'x' is no id.", "token revoke x")]
    [TestCase("There is none with that id.", "oauth-app disable 4711")]
    [TestCase("Redirect URI can't be blank. Scopes cannot include 'everything'.", "oauth-app create --name Planner --public --scope everything")]
    [TestCase("Email is invalid. Username has already been taken.", "user create --login Admin --first-name A --last-name B --email nothing")]
    [TestCase("Password is too short (minimum is 10 characters).", "user create --login ada --first-name A --last-name B --email ada@example.net --password-stdin")]
    public async Task What_is_wrong_is_said_in_a_line(string reason, string line)
    {
        var refused = await RunAsync(line.Split(' '));

        Assert.That((refused.Code, refused.Errors.Trim()), Is.EqualTo((1, reason)));
        Assert.That(refused.Output, Does.Not.Contain("opapi-").And.Not.Contain("password"));
    }

    [Test]
    public async Task Help_tells_the_verbs_and_the_document_tells_what_help_does()
    {
        var rows = Row().Matches(await File.ReadAllTextAsync(Document())).ToDictionary(row => row.Groups["verb"].Value, row => Options(row.Groups["options"].Value));

        var verbs = await VerbsAsync("");
        Assert.That(verbs, Has.Count.GreaterThan(20));
        Assert.That(rows.Keys, Is.EquivalentTo(verbs.Keys));
        foreach (var (verb, options) in verbs)
            Assert.That(rows[verb], Is.EquivalentTo(options), verb);
    }

    [Test]
    public async Task Without_a_database_the_operator_is_told_what_to_do()
    {
        var refused = await RunAsync("token", "create", "--user", "admin", $"--Data:Directory={Path.Combine(data.FullName, "none")}");

        Assert.That((refused.Code, refused.Output), Is.EqualTo((1, "")));
        Assert.That(refused.Errors, Does.Contain("migrate"));
    }

    [TestCase("UPDATE \"__EFMigrationsHistory\" SET \"MigrationId\" = '20200101000000_Initial'", "An earlier version of the server made this database (migration 20200101000000_Initial), and there is no way from it to this one (*). Start that version, or begin with a new database.")]
    [TestCase("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0')", "A newer version of the server made this database (migration 29990101000000_Later). Start that version, or restore a backup from before it.")]
    public async Task A_database_of_another_version_is_refused_in_one_line_and_left_as_it_is(string change, string reason)
    {
        var folder = data.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;
        var file = Path.Combine(folder, "openproject.db");
        Assert.That((await RunAsync("migrate", "--Seed:Demo=none", $"--Data:Directory={folder}")).Code, Is.Zero);
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = change;
            await command.ExecuteNonQueryAsync();
        }

        var before = await File.ReadAllBytesAsync(file);
        foreach (var arguments in new[] { new[] { "migrate" }, ["token", "create", "--user", "admin"], ["--urls=http://127.0.0.1:0"] })
        {
            var refused = await RunAsync([.. arguments, $"--Data:Directory={folder}"]);
            Assert.That(refused.Code, Is.EqualTo(1), string.Join(' ', arguments));
            Assert.That(refused.Errors.Trim(), Does.Match($"^{Regex.Escape(reason).Replace("\\*", "[0-9]{14}_[A-Za-z]+", StringComparison.Ordinal)}$"));
        }

        Assert.That(await File.ReadAllBytesAsync(file), Is.EqualTo(before), "Nothing was written.");
    }

    [Test]
    public async Task An_address_that_is_taken_is_named_and_nothing_else_fails()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var refused = await RunAsync($"--urls=http://{other.LocalEndpoint}");

        Assert.That(refused.Code, Is.EqualTo(1));
        Assert.That(refused.Errors, Is.EqualTo($"Failed to bind to address http://{other.LocalEndpoint}: address already in use."));
        Assert.That(refused.Output, Does.Contain("Hosting failed to start").And.Not.Contain("BackgroundService"));
    }

    // Arguments win over the environment.
    private async Task<Ran> RunAsync(params string[] arguments)
    {
        await using var process = ServerProcess.Start(arguments, ("Data__Directory", data.FullName));
        return new Ran(await process.ExitCodeAsync(), process.Output, process.Errors);
    }

    private static Task<ApiAnswer> TokenAsync(ApiServer server, JsonElement application) =>
        new Browser(server.Anonymous()).PostAsync(
            "/oauth/token",
            ("grant_type", "client_credentials"),
            ("client_id", application.GetProperty("clientId").GetString()!),
            ("client_secret", application.GetProperty("clientSecret").GetString()!));

    // The verbs below one, by what its help says; each with its own options.
    private async Task<Dictionary<string, IEnumerable<string>>> VerbsAsync(string verb)
    {
        var help = await RunAsync([.. verb.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
        Assert.That(help.Code, Is.Zero, help.Errors);
        var found = new Dictionary<string, IEnumerable<string>>();
        var below = help.Output.Split("Commands:\n");
        if (below.Length == 1)
            found[verb] = Options(help.Output).Except(["--help"]);
        foreach (var name in below.Skip(1).SelectMany(commands => Below().Matches(commands).Select(match => match.Groups["verb"].Value)))
        {
            foreach (var (path, options) in await VerbsAsync($"{verb} {name}".Trim()))
                found[path] = options;
        }

        return found;
    }

    private static IEnumerable<string> Options(string text) => Option().Matches(text).Select(match => match.Value).Distinct();

    private static string Document([CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "../../../docs/command-line.md"));

    [GeneratedRegex(@"^\| `(?<verb>[a-z- ]+?)(?: [A-Z]+)*` \|(?<options>[^|]*)\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("--[a-z][a-z-]+", RegexOptions.None, 1000)]
    private static partial Regex Option();

    [GeneratedRegex("^  (?<verb>[a-z-]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Below();

    private sealed record Ran(int Code, string Output, string Errors)
    {
        public JsonElement Json => Code == 0 ? JsonElement.Parse(Output) : throw new AssertionException(Errors);
    }
}
