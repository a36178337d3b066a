using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using OpenProject.Api.Bcf.Description;
using OpenProject.Api.OpenApi;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.OpenApi;

[TestFixture]
public sealed class CheckedInContractTests
{
    private const string Advice = "Run `dotnet run --project src/OpenProject.Api -- openapi docs/openapi` and review the difference.";

    private ApiServer server = null!;
    private Contract contract = null!;
    private Contract bcf = null!;

    [OneTimeSetUp]
    public async Task Generate()
    {
        server = new ApiServer();
        contract = await server.Services.GetRequiredService<Contracts>().GetAsync();
        bcf = await server.Services.GetRequiredService<BcfContracts>().GetAsync();
    }

    [OneTimeTearDown]
    public void Stop() => server.Dispose();

    [Test]
    public void The_files_are_what_the_program_says()
    {
        Assert.That(File.ReadAllBytes(Documents("api-v3.json")), Is.EqualTo(contract.Json), Advice);
        Assert.That(File.ReadAllBytes(Documents("api-v3.yml")), Is.EqualTo(contract.Yaml), Advice);
        Assert.That(File.ReadAllBytes(Documents("bcf-2.1.json")), Is.EqualTo(bcf.Json), Advice);
        Assert.That(File.ReadAllBytes(Documents("bcf-2.1.yml")), Is.EqualTo(bcf.Yaml), Advice);
        Assert.That(File.ReadAllBytes(Documents("operations.md")), Is.EqualTo(contract.Overview), Advice);
    }

    [Test]
    public async Task Both_say_the_same()
    {
        var json = await ReadAsync(contract.Json, "json");
        var yaml = await ReadAsync(contract.Yaml, "yaml");

        Assert.That(yaml, Is.EqualTo(json));
        Assert.That(await ReadAsync(bcf.Yaml, "yaml"), Is.EqualTo(await ReadAsync(bcf.Json, "json")));
    }

    [Test]
    public async Task A_verb_writes_them_and_touches_no_database()
    {
        var folder = Directory.CreateTempSubdirectory("openapi-");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                typeof(Contract).Assembly.Location, "openapi", folder.FullName, "--Database:Provider", "SqlServer", "--Database:ConnectionString", "Server=nowhere.invalid",
            },
            WorkingDirectory = folder.FullName,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.That(process.ExitCode, Is.Zero, errors);
        Assert.That(folder.EnumerateFileSystemInfos().Select(f => f.Name), Is.EquivalentTo(new[] { "api-v3.json", "api-v3.yml", "bcf-2.1.json", "bcf-2.1.yml", "operations.md" }));
        Assert.That(await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "api-v3.json")), Is.EqualTo(contract.Json));
        folder.Delete(recursive: true);
    }

    private static async Task<string> ReadAsync(byte[] document, string format)
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        using var text = new MemoryStream(document);
        var read = await OpenApiDocument.LoadAsync(text, format, settings);
        Assert.That(read.Diagnostic!.Errors, Is.Empty);
        return await read.Document!.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
    }

    private static string Documents(string name, [CallerFilePath] string source = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "../../../docs/openapi", name));
}
