using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ModelContextProtocol.Client;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>docs/mcp.md lists the tools that there are; this test says what the table must be, and writes it with <c>WRITE_DOCS=1</c>.</summary>
[TestFixture]
public sealed partial class ToolTableTests
{
    private const string Head = "| tool | kind | arguments (* needed) | what it does |\n| --- | --- | --- | --- |\n";

    [Test]
    public async Task The_documented_tools_are_those_of_the_catalogue()
    {
        using var server = new ApiServer(("Seed:Demo", "None"));
        using var http = server.Client();
        await using var agent = await McpWorld.ClientAsync(http);
        var usual = (await agent.ListToolsAsync()).ToDictionary(tool => tool.Name);
        var table = Head + string.Concat(usual.Values.Select(Row));
        foreach (var set in McpWorld.Sets)
        {
            await McpWorld.TurnAsync(server, set, on: true);
            table += $"| **{set}** | | | off unless the operator turns it on |\n" + string.Concat((await agent.ListToolsAsync()).Where(tool => !usual.ContainsKey(tool.Name)).Select(Row));
            await McpWorld.TurnAsync(server, set, on: false);
        }

        var file = FileOf();
        var page = (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n");

        if (Environment.GetEnvironmentVariable("WRITE_DOCS") == "1")
            await File.WriteAllTextAsync(file, page = Table().Replace(page, table));

        Assert.That(Table().Match(page).Value, Is.EqualTo(table));
    }

    private static string Row(McpClientTool tool)
    {
        var (hints, schema) = (tool.ProtocolTool.Annotations!, tool.JsonSchema);
        var kind = hints switch
        {
            { ReadOnlyHint: true } => "reads",
            { DestructiveHint: true } => "removes",
            { IdempotentHint: true } => "changes",
            _ => "creates",
        };
        var needed = schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
        var arguments = schema.GetProperty("properties").EnumerateObject().Select(a => $"`{a.Name}`{(needed.Contains(a.Name) ? "*" : "")}");
        return $"| `{tool.Name}` | {kind} | {string.Join(", ", arguments)} | {tool.Description} |\n";
    }

    private static string FileOf([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "../../../docs/mcp.md"));

    [GeneratedRegex(@"\| tool \| kind \|(?:[^\n]*\n\|)*[^\n]*\n", RegexOptions.None, 1000)]
    private static partial Regex Table();
}
