using System.Diagnostics;
using System.Text.Json;
using OpenProject.SqlServerCheck;

namespace OpenProject.Testing.SqlServer;

/// <summary>
/// What the tests of this process saw the services ask, as SQL Server would have been sent it, and the check of it. The
/// check is a process of its own, because the tests run as the product does, without cultures, and DacFx cannot.
/// </summary>
public static class SqlServerStatements
{
    /// <summary>Where every observed host of this process notes its statements.</summary>
    public static CommandRecorder Recorder { get; } = new();

    /// <summary>What is wrong with the recorder's statements: for each fault the message and the text.</summary>
    public static async Task<IReadOnlyList<string>> CheckAsync(CommandRecorder recorder, CancellationToken cancellationToken = default)
    {
        var program = Path.Combine(AppContext.BaseDirectory, $"{typeof(Statement).Assembly.GetName().Name}.dll");
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [program]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        await JsonSerializer.SerializeAsync(
            process.StandardInput.BaseStream, new CheckRequest(RecordingContext.CreateScript, [.. recorder.Statements]), cancellationToken: cancellationToken);
        process.StandardInput.Close();
        var faults = await JsonSerializer.DeserializeAsync<List<string>>(process.StandardOutput.BaseStream, cancellationToken: cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return faults!;
    }
}
