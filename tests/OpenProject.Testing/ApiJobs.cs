using System.Diagnostics;
using System.Net;

namespace OpenProject.Testing;

/// <summary>Jobs on a test server.</summary>
public static class ApiJobs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Waits until the job behind a redirect has ended, and answers with it.</summary>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public static async Task<ApiAnswer> JobAsync(this HttpClient client, ApiAnswer started)
    {
        if (started.Status != HttpStatusCode.Redirect)
            throw new ArgumentException($"No job was started: {started}", nameof(started));
        var path = started.Headers.Location!.OriginalString;
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Patience; await Task.Delay(200))
        {
            var job = await client.GetJsonAsync(path);
            if (job["status"].GetString() is not ("in_queue" or "in_process"))
                return job;
        }

        throw new TimeoutException($"{path} does not end.");
    }
}
