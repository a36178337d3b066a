using System.Runtime.CompilerServices;
using System.Text;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Callers;

/// <summary>
/// Every operation of the description, asked by every kind of caller of a server of its own with the demo data. What each was
/// answered is the table <c>docs/permissions.md</c>; <c>UPDATE_PERMISSIONS=1</c> writes it anew.
/// </summary>
public sealed class PermissionTableTests
{
    private const string Introduction =
        """
        # Who may do what

        What every operation of API v3 answers to every kind of caller. Written, and held to what the server does, by
        `PermissionTableTests`: `UPDATE_PERMISSIONS=1 dotnet test tests/OpenProject.Api.Tests --filter PermissionTable` writes it anew.

        Each caller has a server of its own with the demo data, where visitors need not sign in, and asks for everything about the public
        demo project, and about the member's own things where they belong to a person: first what is read, then what is written, mostly with
        an empty body, then what is removed. So 400, 409 and 422 say that the caller may do it and has only sent nothing. The demo's storage
        lets nobody in: uploads there answer 500, lists 404 and folders 403 to those who may ask it, too. 403 is for what one sees and may not
        do, 404 for what one may not even see, 401 for what only users have. The *stranger* is a non-member in whose server no project is
        public; *locked* is an account that was locked after it got its token, *other scope* a token of an administrator for the MCP server alone.


        """;

    private static readonly string[] Methods = ["get", "post", "patch", "put", "delete"];

    // What takes other things along when it goes, in the order in which it may.
    private static readonly string[] Containers =
        ["/work_packages/{id}", "/versions/{id}", "/storages/{id}", "/placeholder_users/{id}", "/groups/{id}", "/users/{id}", "/projects/{id}", "/programs/{id}", "/portfolios/{id}"];

    private IReadOnlyList<(string Operation, string Method, string Path)> operations = [];

    [OneTimeSetUp]
    public async Task Describe()
    {
        using var server = new ApiServer();
        var description = (await server.Client().GetJsonAsync("/api/v3/openapi.json")).Body;
        operations =
        [
            .. from path in description.GetProperty("paths").EnumerateObject()
               from method in path.Value.EnumerateObject()
               where Methods.Contains(method.Name)
               let operation = method.Value.GetProperty("operationId").GetString()!
               orderby path.Name, Array.IndexOf(Methods, method.Name)
               select (operation, method.Name, path.Name),
        ];
    }

    [Test]
    public async Task The_table_is_what_the_server_does()
    {
        var answers = new Dictionary<string, Dictionary<string, int>>();
        foreach (var kind in PermissionCaller.Kinds)
        {
            using var caller = await PermissionCaller.StartAsync(kind);
            answers[kind] = await AskAsync(caller);
        }

        foreach (var (operation, method, _) in operations)
        {
            Assert.That(answers["locked"][operation], Is.EqualTo(401), $"{operation} of a locked account");
            Assert.That(answers["other scope"][operation], Is.EqualTo(401).Or.EqualTo(403), $"{operation} of another scope");
            if (method is "delete" or "put")
                Assert.That(answers["anonymous"][operation], Is.GreaterThanOrEqualTo(400), $"{operation} of a visitor");
        }

        var table = TableOf(answers);
        if (Environment.GetEnvironmentVariable("UPDATE_PERMISSIONS") == "1")
            await File.WriteAllTextAsync(Document(), table);
        var written = (await File.ReadAllTextAsync(Document())).Split('\n');
        Assert.That(table.Split('\n').Except(written), Is.Empty, "docs/permissions.md does not say this; see its first lines");
        Assert.That(written.Except(table.Split('\n')), Is.Empty, "docs/permissions.md says this, and it is not so; see its first lines");
    }

    // What is read comes first and what is removed last, containers after all else, so that nothing is gone before it is asked for.
    private async Task<Dictionary<string, int>> AskAsync(PermissionCaller caller)
    {
        var answers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (operation, method, path) in operations
            .OrderBy(o => o.Method switch { "get" => 0, "delete" => 2, _ => 1 })
            .ThenBy(o => o.Method == "delete" ? Array.FindIndex(Containers, c => o.Path == "/api/v3" + c) : 0))
            answers[operation] = await caller.AskAsync(operation, method, path);
        return answers;
    }

    private string TableOf(Dictionary<string, Dictionary<string, int>> answers)
    {
        var table = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        table.Append("| operation | request | ").AppendJoin(" | ", PermissionCaller.Kinds).Append(" |\n|").Append(string.Concat(Enumerable.Repeat(" --- |", PermissionCaller.Kinds.Count + 2))).Append('\n');
        foreach (var (operation, method, path) in operations)
            table.Append("| `").Append(operation).Append("` | ").Append(method.ToUpperInvariant()).Append(" `").Append(path).Append("` | ")
                .AppendJoin(" | ", PermissionCaller.Kinds.Select(kind => answers[kind][operation])).Append(" |\n");
        return table.ToString();
    }

    private static string Document([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "../../../docs/permissions.md"));
}
