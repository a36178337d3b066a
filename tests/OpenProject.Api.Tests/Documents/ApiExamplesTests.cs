using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Documents;

/// <summary>Runs the examples of <c>docs/api/v3.md</c> in their order, as a reader would, and holds what it shows against the answers.</summary>
[TestFixture]
public sealed partial class ApiExamplesTests
{
    private const string Anything = "…";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryDirectory data = new();
    private readonly TemporaryDirectory folder = new();

    [OneTimeTearDown]
    public void Delete()
    {
        data.Dispose();
        folder.Dispose();
    }

    [Test]
    public async Task Every_example_answers_what_it_shows()
    {
        var examples = Example().Matches(await File.ReadAllTextAsync(Document())).ToList();
        await using var server = ServerProcess.Start([$"--Data:Directory={data.Path}"], ("Seed__AdminApiKey", ApiServer.AdminApiKey));
        using var client = await server.ClientAsync();
        var address = client.BaseAddress!.ToString().TrimEnd('/');

        Assert.That(examples, Has.Count.GreaterThan(15));
        Assert.That(examples, Has.Count.EqualTo(Requests().Count(await File.ReadAllTextAsync(Document()))), "A request without an answer.");
        var id = "";
        foreach (var example in examples)
        {
            var request = example.Groups["request"].Value;
            var answer = await RunAsync(request, address, id);
            var shown = example.Groups["answer"].Value;
            var faults = example.Groups["language"].Value == "json"
                ? Differences(JsonElement.Parse(shown), JsonElement.Parse(answer), "$").ToList()
                : [.. shown.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !answer.Contains(line, StringComparison.Ordinal))];
            Assert.That(faults, Is.Empty, $"{request}\n{answer}");
            if (WorkPackage().Match(answer) is { Success: true } read)
                id = read.Groups["id"].Value;
        }
    }

    [TestCase("""{"a": 1}""", """{"a": 2, "b": 3}""")]
    [TestCase("""{"a": "…"}""", """{"b": 3}""")]
    [TestCase("""[{"a": 1}, {"a": 2}]""", """[{"a": 1}]""")]
    [TestCase("""{"a": {"b": "x"}}""", """{"a": {"b": "y"}}""")]
    public void An_answer_that_differs_is_seen(string shown, string answer) =>
        Assert.That(Differences(JsonElement.Parse(shown), JsonElement.Parse(answer), "$"), Is.Not.Empty);

    // What is shown is a part: objects may have more members, lists more elements.
    private static IEnumerable<string> Differences(JsonElement shown, JsonElement answer, string path)
    {
        if (shown.ValueKind == JsonValueKind.String && shown.ValueEquals(Anything))
            return [];
        if (shown.ValueKind != answer.ValueKind)
            return [$"{path}: {shown.ValueKind}, not {answer.ValueKind}"];
        return shown.ValueKind switch
        {
            JsonValueKind.Object => shown.EnumerateObject().SelectMany(member => answer.TryGetProperty(member.Name, out var value)
                ? Differences(member.Value, value, $"{path}.{member.Name}")
                : [$"{path}.{member.Name} is missing"]),
            JsonValueKind.Array => shown.EnumerateArray().SelectMany((element, index) => index < answer.GetArrayLength()
                ? Differences(element, answer[index], $"{path}[{index}]")
                : [$"{path}[{index}] is missing"]),
            _ => JsonElement.DeepEquals(shown, answer) ? [] : [$"{path}: {shown}, not {answer}"],
        };
    }

    private async Task<string> RunAsync(string request, string address, string id)
    {
        var start = new ProcessStartInfo("bash", ["-c", request])
        {
            UseShellExecute = false,
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["URL"] = address, ["KEY"] = ApiServer.AdminApiKey, ["ID"] = id },
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.That(process.ExitCode, Is.Zero, $"{request}\n{await errors}");
        return await output;
    }

    private static string Document([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../../docs/api/v3.md"));

    [GeneratedRegex("```sh\n(?<request>.*?)```\n+```(?<language>json|text)\n(?<answer>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Example();

    [GeneratedRegex("""^{"_type":"WorkPackage","id":(?<id>[0-9]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WorkPackage();

    [GeneratedRegex("^```sh$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Requests();
}
