using System.Text;
using System.Text.Json;
using OpenProject.Api.Hal;
using OpenProject.Application.Common;
using OpenProject.Application.Mcp;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Has calls with a key made once: what they answered is answered again.</summary>
internal static class KeyedCalls
{
    /// <summary>The answer of a call, which is made if it has not been.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="key">The caller's key.</param>
    /// <param name="sent">The arguments as they were sent.</param>
    /// <param name="services">Services that act as the caller.</param>
    /// <param name="make">Makes it, and answers JSON.</param>
    /// <param name="cancellationToken">Gives up before it is made; then it is made to the end, so that its answer can be fetched.</param>
    /// <exception cref="ProblemException">The key was used otherwise, or the call itself was refused, which leaves nothing behind.</exception>
    public static async Task<string> OnceAsync(
        string tool,
        string key,
        IReadOnlyDictionary<string, JsonElement> sent,
        IServiceProvider services,
        Func<Task<string>> make,
        CancellationToken cancellationToken)
    {
        var arguments = Canonical(sent);
        var (id, known) = await InScopeAsync(services, calls => calls.BeginAsync(tool, key, arguments, cancellationToken));
        if (known is not null)
            return known;
        string answer;
        try
        {
            answer = await make();
        }
        catch (ProblemException)
        {
            await InScopeAsync(services, async calls =>
            {
                await calls.ForgetAsync(id);
                return id;
            });
            throw;
        }

        await InScopeAsync(services, async calls =>
        {
            await calls.EndAsync(id, answer);
            return id;
        });
        return answer;
    }

    private static async Task<T> InScopeAsync<T>(IServiceProvider services, Func<KeyedCallService, Task<T>> work)
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        scope.ServiceProvider.ActAs(services.GetRequiredService<CurrentViewer>(), services.GetRequiredService<CurrentActor>());
        return await work(scope.ServiceProvider.GetRequiredService<KeyedCallService>());
    }

    // The order of members means nothing, and who repeats a call may have another one.
    private static string Canonical(IReadOnlyDictionary<string, JsonElement> sent)
    {
        using var buffer = new HalBuffer();
        buffer.Json.WriteStartObject();
        foreach (var (name, value) in sent.Where(a => a.Key != DeclaredTool.IdempotencyKey.Name).OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            buffer.Json.WritePropertyName(name);
            Write(buffer.Json, value);
        }

        buffer.Json.WriteEndObject();
        buffer.Json.Flush();
        return Encoding.UTF8.GetString(buffer.Written.Span);
    }

    private static void Write(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(json, item);
                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }
}
