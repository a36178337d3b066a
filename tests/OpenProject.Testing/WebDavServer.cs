using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using NUnit.Framework;

namespace OpenProject.Testing;

/// <summary>
/// A WebDAV server that is none of ours: rclone, over a folder, at the place where Nextcloud has the files of the account
/// <c>OpenProject</c>. Without rclone the tests that ask for it are skipped; with <c>REQUIRE_RCLONE=1</c> they fail.
/// </summary>
public sealed class WebDavServer : IDisposable
{
    /// <summary>What the account proves itself by.</summary>
    public const string Password = "let me in";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryDirectory folder;
    private readonly Process process;

    private WebDavServer(TemporaryDirectory folder, Process process, int port) => (this.folder, this.process, Port) = (folder, process, port);

    /// <summary>The port of the loopback address on which it listens.</summary>
    public int Port { get; }

    /// <summary>Its address, as storages have it.</summary>
    public string Address => $"http://127.0.0.1:{Port}/";

    /// <summary>The folder whose files it serves.</summary>
    public string Folder => folder.Path;

    /// <summary>Starts it.</summary>
    public static async Task<WebDavServer> StartAsync()
    {
        var (folder, port) = (new TemporaryDirectory(), FreePort());
        var start = new ProcessStartInfo(
            "rclone",
            ["serve", "webdav", folder.Path, "--addr", $"127.0.0.1:{port}", "--baseurl", "/remote.php/dav/files/OpenProject", "--user", "OpenProject", "--pass", Password, "--config", "/dev/null", "--dir-cache-time", "0s", "-v"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        var rclone = new Process { StartInfo = start };
        try
        {
            rclone.Start();
        }
        catch (Win32Exception missing)
        {
            folder.Dispose();
            var reason = $"There is no rclone: {missing.Message}";
            if (Environment.GetEnvironmentVariable("REQUIRE_RCLONE") == "1")
                Assert.Fail(reason);
            Assert.Ignore(reason);
        }

        var server = new WebDavServer(folder, rclone, port);
        var serving = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        rclone.ErrorDataReceived += (_, said) =>
        {
            if (said.Data is null)
                serving.TrySetException(new InvalidOperationException("rclone ended instead of serving."));
            else if (said.Data.Contains("started on", StringComparison.OrdinalIgnoreCase))
                serving.TrySetResult();
        };
        rclone.BeginErrorReadLine();
        await serving.Task.WaitAsync(Patience);
        return server;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
