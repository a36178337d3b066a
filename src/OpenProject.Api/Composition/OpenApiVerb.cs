using System.CommandLine;
using OpenProject.Api.Bcf.Description;
using OpenProject.Api.OpenApi;

namespace OpenProject.Api.Composition;

/// <summary><c>openapi FOLDER</c>: writes the OpenAPI documents; needs no database.</summary>
internal static class OpenApiVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Where the files go." };
        var write = new Command("openapi", "Writes the OpenAPI documents; needs no database.") { folder };
        write.Runs(async (parsed, app, cancellationToken) =>
        {
            var contract = await app.Services.GetRequiredService<Contracts>().GetAsync();
            var path = parsed.GetRequiredValue(folder).FullName;
            Directory.CreateDirectory(path);
            await File.WriteAllBytesAsync(Path.Combine(path, "api-v3.json"), contract.Json, cancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(path, "api-v3.yml"), contract.Yaml, cancellationToken);
            var bcf = await app.Services.GetRequiredService<BcfContracts>().GetAsync();
            await File.WriteAllBytesAsync(Path.Combine(path, "bcf-2.1.json"), bcf.Json, cancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(path, "bcf-2.1.yml"), bcf.Yaml, cancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(path, "operations.md"), contract.Overview, cancellationToken);
        });
        return write;
    }
}
