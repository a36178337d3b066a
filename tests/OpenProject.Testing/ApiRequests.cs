using System.Net.Http.Json;
using System.Text;
using OpenProject.Testing.Logs;

namespace OpenProject.Testing;

/// <summary>JSON requests in one line each. Every status is an answer; the test says which one it expects.</summary>
public static class ApiRequests
{
    /// <summary>GET.</summary>
    public static Task<ApiAnswer> GetJsonAsync(this HttpClient client, string path) => client.AnswerAsync(HttpMethod.Get, path);

    /// <summary>POST; a string body is sent as it is, anything else as JSON.</summary>
    public static Task<ApiAnswer> PostJsonAsync(this HttpClient client, string path, object? body = null) =>
        client.AnswerAsync(HttpMethod.Post, path, body);

    /// <summary>PATCH; a string body is sent as it is, anything else as JSON.</summary>
    public static Task<ApiAnswer> PatchJsonAsync(this HttpClient client, string path, object? body = null) =>
        client.AnswerAsync(HttpMethod.Patch, path, body);

    /// <summary>DELETE, with the content type that API v3 asks for.</summary>
    public static Task<ApiAnswer> DeleteJsonAsync(this HttpClient client, string path) => client.AnswerAsync(HttpMethod.Delete, path, "");

    /// <summary>Any request without a body or with a JSON body.</summary>
    public static async Task<ApiAnswer> AnswerAsync(this HttpClient client, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body switch
        {
            null when method == HttpMethod.Get => null,
            null => Json(""),
            string text => Json(text),
            _ => JsonContent.Create(body, body.GetType()),
        };
        return await client.AnswerAsync(request);
    }

    /// <summary>Any request.</summary>
    /// <exception cref="InvalidOperationException">The server repeats a secret of the request in an error.</exception>
    public static async Task<ApiAnswer> AnswerAsync(this HttpClient client, HttpRequestMessage request)
    {
        var secrets = await WireSecrets.OfAsync(request, client.DefaultRequestHeaders);
        using var response = await client.SendAsync(request);
        var answer = new ApiAnswer(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsStringAsync());
        if (!response.IsSuccessStatusCode && WireSecrets.In([answer.Text], secrets).Count > 0)
            throw new InvalidOperationException($"A secret that was sent is repeated in the error: {answer}");
        SuiteLog.Keep([.. secrets, .. WireSecrets.Of(answer)]);
        return answer;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
