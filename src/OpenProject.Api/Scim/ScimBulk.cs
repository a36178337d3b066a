using System.Text.Json;
using OpenProject.Api.Hal;
using OpenProject.Application.Common;
using OpenProject.Application.Scim;
using OpenProject.Application.Scim.Groups;
using OpenProject.Application.Scim.Users;

namespace OpenProject.Api.Scim;

/// <summary>
/// Does the operations of a bulk request (RFC 7644 section 3.7), each in a transaction of its own, by what does single requests. One
/// that refers to what another makes comes after it, wherever it stands. They share a scope until one fails: what that has left in it
/// is no business of the next.
/// </summary>
public sealed partial class ScimBulk(IServiceScopeFactory scopes, ScimNotes notes, ILogger<ScimBulk> logger)
{
    /// <summary>What became of the operations; null of those that were not tried.</summary>
    internal async Task<IReadOnlyList<ScimBulkResult?>> RunAsync(
        IReadOnlyList<ScimBulkOperation> operations, int? mostErrors, Viewer viewer, ScimCall call, CancellationToken cancellationToken)
    {
        var run = new Run(operations);
        var errors = 0;
        await using var work = new Work(scopes, viewer);
        foreach (var at in run.Order())
        {
            var result = run.MissingOf(at) is { } missing
                ? new ScimBulkResult(StatusCodes.Status409Conflict, null, null, new Problem.Named(ScimErrors.InvalidValue, $"There is no resource 'bulkId:{missing}'."))
                : await DoAsync(operations[at], run.Ids, work, call, cancellationToken);
            run.Done(at, result);
            if (result.IsError && ++errors >= mostErrors)
                break;
        }

        return run.Results;
    }

    private async Task<ScimBulkResult> DoAsync(
        ScimBulkOperation operation, IReadOnlyDictionary<string, string> ids, Work work, ScimCall call, CancellationToken cancellationToken)
    {
        var path = ScimBulkOperation.Resolved(operation.Path, ids).Trim('/').Split('/');
        var location = path is [_, { Length: > 0 } id] ? $"{call.Root}/{path[0]}/{id}" : null;
        try
        {
            return await DoAsync(operation, path, ids, work.Services, call, cancellationToken);
        }
        catch (ProblemException exception)
        {
            await work.EndAsync();
            return new ScimBulkResult(ScimProblemWriter.StatusOf(exception.Problem), location, null, exception.Problem);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            await work.EndAsync();
            Failed(logger, operation.Method, exception);
            return new ScimBulkResult(StatusCodes.Status500InternalServerError, location, null);
        }
    }

    private async Task<ScimBulkResult> DoAsync(
        ScimBulkOperation operation, string[] path, IReadOnlyDictionary<string, string> ids, IServiceProvider services, ScimCall call, CancellationToken cancellationToken)
    {
        IScimResources resources = path[0].ToLowerInvariant() switch
        {
            "users" => services.GetRequiredService<ScimUserService>(),
            "groups" => services.GetRequiredService<ScimGroupService>(),
            _ => throw new ProblemException(new Problem.NotFound($"There is nothing at \"{operation.Path}\" that bulk requests change.")),
        };
        resources.Forget();
        var precondition = ScimPrecondition.Of(operation.Version);
        using var resolved = operation.References.Count > 0 && operation.Data is { } data ? Resolved(data, ids) : null;
        var body = operation.Method == "DELETE" ? default : BodyOf(resolved?.RootElement ?? operation.Data);
        var answer = (operation.Method, path.Length) switch
        {
            ("POST", 1) => await resources.CreateAsync(body, call, cancellationToken),
            ("PUT", 2) => await resources.ReplaceAsync(ScimResourcesController.IdOf(path[1]), body, precondition, call, cancellationToken),
            ("PATCH", 2) => await resources.PatchAsync(ScimResourcesController.IdOf(path[1]), body, precondition, call, cancellationToken),
            ("DELETE", 2) => null,
            _ => throw ScimErrors.Of(ScimErrors.InvalidSyntax, $"{operation.Method} is not for \"{operation.Path}\"."),
        };
        if (answer is not null)
        {
            notes.Written(call, operation.Method, resources.Schema, answer);
            return new ScimBulkResult(operation.Method == "POST" ? StatusCodes.Status201Created : StatusCodes.Status200OK, answer.Location, answer.Version);
        }

        await resources.DeleteAsync(ScimResourcesController.IdOf(path[1]), precondition, call, cancellationToken);
        notes.Removed(call, resources.Schema, ScimResourcesController.IdOf(path[1]));
        return new ScimBulkResult(StatusCodes.Status204NoContent, $"{call.Root}/{resources.Schema.Endpoint}/{path[1]}", null);
    }

    private static JsonElement BodyOf(JsonElement? data) => data is { ValueKind: JsonValueKind.Object } body
        ? body
        : throw ScimErrors.Of(ScimErrors.InvalidSyntax, "The data of an operation must be an object.");

    private static JsonDocument Resolved(JsonElement data, IReadOnlyDictionary<string, string> ids)
    {
        using var buffer = new HalBuffer();
        Write(buffer.Json, data, ids);
        buffer.Json.Flush();
        return JsonDocument.Parse(buffer.Written.ToArray());
    }

    private static void Write(Utf8JsonWriter json, JsonElement value, IReadOnlyDictionary<string, string> ids)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value, ids);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                    Write(json, element, ids);
                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(ScimBulkOperation.Resolved(value.GetString()!, ids));
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} of a bulk request failed.")]
    private static partial void Failed(ILogger logger, string method, Exception exception);

    // The scope of operations that follow each other.
    private sealed class Work(IServiceScopeFactory scopes, Viewer viewer) : IAsyncDisposable
    {
        private AsyncServiceScope? scope;

        public IServiceProvider Services
        {
            get
            {
                if (scope is { } going)
                    return going.ServiceProvider;
                var begun = scopes.CreateAsyncScope();
                begun.ServiceProvider.GetRequiredService<CurrentViewer>().Set(viewer);
                scope = begun;
                return begun.ServiceProvider;
            }
        }

        public async ValueTask EndAsync()
        {
            if (scope is { } going)
                await going.DisposeAsync();
            scope = null;
        }

        public ValueTask DisposeAsync() => EndAsync();
    }

    // Which operation is next, and what those before it have made.
    private sealed class Run(IReadOnlyList<ScimBulkOperation> operations)
    {
        private readonly Dictionary<string, int> makers = operations.Select((operation, at) => (operation, at))
            .Where(made => made.operation is { Method: "POST", BulkId: not null }).GroupBy(made => made.operation.BulkId!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().at, StringComparer.Ordinal);

        private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

        public ScimBulkResult?[] Results { get; } = new ScimBulkResult?[operations.Count];

        public IReadOnlyDictionary<string, string> Ids => ids;

        // Each as soon as what it refers to has been tried. Those that wait for each other come last, and fail.
        public IEnumerable<int> Order()
        {
            var waiting = Enumerable.Range(0, operations.Count).ToList();
            while (waiting.Count > 0)
            {
                var ready = waiting.FindAll(at => operations[at].References.All(id => !makers.TryGetValue(id, out var maker) || Results[maker] is not null));
                if (ready.Count == 0)
                    ready = waiting;
                foreach (var at in ready)
                    yield return at;
                waiting = waiting.FindAll(at => Results[at] is null);
            }
        }

        public string? MissingOf(int at) => operations[at].References.FirstOrDefault(id => !ids.ContainsKey(id));

        public void Done(int at, ScimBulkResult result)
        {
            Results[at] = result;
            if (operations[at] is { Method: "POST", BulkId: { } bulkId } && !result.IsError && makers[bulkId] == at)
                ids[bulkId] = result.Location![(result.Location!.LastIndexOf('/') + 1)..];
        }
    }
}
