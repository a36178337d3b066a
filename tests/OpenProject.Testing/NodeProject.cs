using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using NUnit.Framework;

namespace OpenProject.Testing;

/// <summary>
/// Other people's programs, as <c>package.json</c> and a lockfile in a folder of <c>tests</c> name them. Without Node.js or its registry
/// the tests that ask for them are skipped; with <c>REQUIRE_NPM=1</c> they fail.
/// </summary>
/// <param name="name">The folder.</param>
public sealed class NodeProject(string name)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string folder = Path.GetFullPath(Path.Combine(Tests(), name));

    /// <summary>Installs what the lockfile names.</summary>
    public async Task InstallAsync()
    {
        string reason;
        try
        {
            var (code, output) = await RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
            if (code == 0)
                return;
            reason = $"npm could not install what {folder} names: {output}";
        }
        catch (Win32Exception missing)
        {
            reason = $"There is no npm: {missing.Message}";
        }

        if (Environment.GetEnvironmentVariable("REQUIRE_NPM") == "1")
            Assert.Fail(reason);
        Assert.Ignore(reason);
    }

    /// <summary>Runs a program in the folder.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">Its standard input.</param>
    /// <param name="variables">Variables of its environment.</param>
    /// <returns>Its exit code and what it printed, errors behind the rest.</returns>
    public async Task<(int Code, string Output)> RunAsync(string program, string[] arguments, string input = "", params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (variable, value) in variables)
            start.Environment[variable] = value;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>The path of a file of the repository.</summary>
    public static string Repository(string path) => Path.GetFullPath(Path.Combine(Tests(), "..", path));

    private static string Tests([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "..");
}
