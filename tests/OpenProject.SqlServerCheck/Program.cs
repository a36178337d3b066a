using System.Text.Json;
using OpenProject.SqlServerCheck;

// A process of its own, so that tests which run as the product does can check what they saw sent.
await using var input = Console.OpenStandardInput();
var request = await JsonSerializer.DeserializeAsync<CheckRequest>(input) ?? throw new InvalidDataException("Nothing to check.");
await using var output = Console.OpenStandardOutput();
await JsonSerializer.SerializeAsync(output, new StatementCheck(request.Script).Check(request.Statements));
