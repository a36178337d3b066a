using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using OpenProject.Testing.Logs;

namespace OpenProject.Testing;

/// <summary>
/// The published server as a process of its own, as an operator starts it. It listens on a free port of the loopback
/// address and is killed when disposed.
/// </summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process) => this.process = process;

    /// <summary>What it wrote to its standard output so far.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>What it wrote to its standard error so far.</summary>
    public string Errors => string.Join('\n', errors);

    /// <summary>Whether it has ended, by itself or by a fault.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>The most memory that it has had in use at once, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="arguments">Verb and settings.</param>
    /// <param name="environment">Environment variables beside those of the tests.</param>
    public static ServerProcess Start(IEnumerable<string> arguments, params (string Name, string Value)[] environment) => Start(arguments, input: "", environment);

    /// <summary>Starts it and lets it read a text from its standard input.</summary>
    /// <param name="arguments">Verb and settings.</param>
    /// <param name="input">The text.</param>
    /// <param name="environment">Environment variables beside those of the tests.</param>
    public static ServerProcess Start(IEnumerable<string> arguments, string input, params (string Name, string Value)[] environment)
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OpenProject.Api.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        info.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (name, value) in environment)
            info.Environment[name] = value;

        var server = new ServerProcess(new Process { StartInfo = info });
        server.process.OutputDataReceived += (_, line) => server.Note(line.Data);
        server.process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
                server.errors.Enqueue(text);
        };
        server.process.Start();
        server.process.BeginOutputReadLine();
        server.process.BeginErrorReadLine();
        using var standardInput = server.process.StandardInput;
        standardInput.Write(input);
        return server;
    }

    /// <summary>A client of the server, once it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended instead; the message holds what it said.</exception>
    public async Task<HttpClient> ClientAsync()
    {
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(listening.Task, ended).WaitAsync(Patience) == ended)
            throw new InvalidOperationException($"The server ended with code {process.ExitCode}: {Errors}{Output}");
        return new HttpClient { BaseAddress = await listening.Task };
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    // {"Message":"Now listening on: http://127.0.0.1:41234",...}
    private void Note(string? line)
    {
        if (line is null)
            return;
        output.Enqueue(line);
        if (line.StartsWith('{') && line.Contains("\"LogLevel\"", StringComparison.Ordinal))
            SuiteLog.Note(line);
        if (line.Contains("Now listening on", StringComparison.Ordinal))
            listening.TrySetResult(new Uri(JsonElement.Parse(line).GetProperty("State").GetProperty("address").GetString()!));
    }
}
