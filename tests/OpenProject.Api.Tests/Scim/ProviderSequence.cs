using System.Net.Http.Headers;
using System.Text;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Scim;

/// <summary>What a provider sends, request by request, from the test of its connection to the removal of what it made.</summary>
public sealed class ProviderSequence(string mediaType)
{
    private readonly List<ProviderStep> steps = [];

    /// <summary>Adds a request.</summary>
    public ProviderSequence Then(string method, string path, int status, string? body = null, string? keeps = null, params (string Path, string Json)[] expected)
    {
        steps.Add(new ProviderStep(method, path, body, status, expected, keeps));
        return this;
    }

    /// <summary>Sends all of them.</summary>
    public async Task RunAsync(HttpClient client)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (step, at) in steps.Select((step, at) => (step, at + 1)))
        {
            var answer = await SendAsync(client, step, kept);
            var where = $"Step {at}, {step.Method} {step.Path}: {answer}";
            Assert.That((int)answer.Status, Is.EqualTo(step.Status), where);
            if (step.Keeps is not null)
                kept[step.Keeps] = answer["id"].GetString()!;
            foreach (var (path, json) in step.Expected)
                Assert.That(answer[path].GetRawText(), Is.EqualTo(Filled(json, kept)), where);
            if (answer.Text.Length > 0)
                Assert.That(answer.ContentHeaders.ContentType!.MediaType, Is.EqualTo("application/scim+json"), where);
        }
    }

    private async Task<ApiAnswer> SendAsync(HttpClient client, ProviderStep step, Dictionary<string, string> kept)
    {
        using var request = new HttpRequestMessage(new HttpMethod(step.Method), "/scim_v2/" + Filled(step.Path, kept));
        request.Headers.Accept.ParseAdd(mediaType);
        if (step.Body is not null)
            request.Content = new StringContent(Filled(step.Body, kept), Encoding.UTF8) { Headers = { ContentType = MediaTypeHeaderValue.Parse(mediaType + "; charset=utf-8") } };
        return await client.AnswerAsync(request);
    }

    private static string Filled(string text, Dictionary<string, string> kept) => kept.Aggregate(text, (filled, id) => filled.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));
}
