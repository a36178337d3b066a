using System.Text.Json;
using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Tools that write several work packages: each by itself, so that one that is refused stops no other.</summary>
internal static partial class WorkPackageBulkTools
{
    private const int Most = 50;

    private static readonly Argument<IReadOnlyList<JsonElement>> New =
        Arguments.Bodies("items", "The work packages, each as data of create_work_package.", Most).Required();

    private static readonly Argument<IReadOnlyList<JsonElement>> Changed =
        Arguments.Bodies("items", "The changes, each as {\"id\":1,\"data\":{...}} of update_work_package, data with lockVersion.", Most).Required();

    private static readonly Argument<bool> Atomic = Arguments.Flag("atomic", "Whether none is written when one is refused.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        new DeclaredTool(
            "bulk_create_work_packages", "Create work packages", "Makes up to 50 work packages, and tells what became of each.", ToolKind.Creates, [New, Atomic], ToolOutput.Outcomes(),
            call => call.Of(Atomic) ? CreateAllAsync(call) : EachAsync(call, call.Of(New)!, CreateAsync)) with
        {
            CanKeepQuiet = true,
        },
        new DeclaredTool(
            "bulk_update_work_packages", "Update work packages", "Changes up to 50 work packages, and tells what became of each.", ToolKind.Updates, [Changed, Atomic], ToolOutput.Outcomes(),
            call => call.Of(Atomic) ? UpdateAllAsync(call) : EachAsync(call, call.Of(Changed)!, UpdateAsync)) with
        {
            CanKeepQuiet = true,
        },
    ];

    private static Task<Document<WorkPackageDto>> CreateAsync(JsonElement item, ToolCall one) =>
        one.Get<WorkPackageService>().CreateAsync(one.Changes<WorkPackage, WorkPackageDto>(item), projectId: null, one.Cancelled);

    private static Task<Document<WorkPackageDto>> UpdateAsync(JsonElement item, ToolCall one) => WorkPackageTools.UpdateAsync(Reading(item, one));

    private static ToolCall Reading(JsonElement item, ToolCall one) => one.With(
        ToolCall.Read([WorkPackageTools.Id, WorkPackageTools.ChangedBody], item.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, m.Value))));

    private static async Task<ToolResult> CreateAllAsync(ToolCall call)
    {
        var made = ReadAll(call.Of(New)!, item => call.Changes<WorkPackage, WorkPackageDto>(item));
        return AllOf(await call.Get<WorkPackageBatchService>().CreateAsync(made, call.Cancelled));
    }

    private static async Task<ToolResult> UpdateAllAsync(ToolCall call)
    {
        var changed = ReadAll(call.Of(Changed)!, item => WorkPackageTools.ChangesOf(Reading(item, call)));
        return AllOf(await call.Get<WorkPackageBatchService>().UpdateAsync(changed, call.Cancelled));
    }

    // What cannot be read is refused as what cannot be written is.
    private static List<T> ReadAll<T>(IReadOnlyList<JsonElement> items, Func<JsonElement, T> read)
    {
        var all = new List<T>(items.Count);
        foreach (var item in items)
        {
            try
            {
                all.Add(read(item));
            }
            catch (ProblemException refused)
            {
                throw new BatchRefusedException(all.Count, refused.Problem);
            }
        }

        return all;
    }

    private static ToolResult AllOf(IReadOnlyList<Document<WorkPackageDto>> written) => new((json, result) => Write(json, [.. written.Select(w => new Outcome(w))], result));

    // What a refused write has left behind in its scope must not be saved with the next one. Whatever happens, each is told of.
    private static async Task<ToolResult> EachAsync(ToolCall call, IReadOnlyList<JsonElement> items, Func<JsonElement, ToolCall, Task<Document<WorkPackageDto>>> write)
    {
        var outcomes = new List<Outcome>(items.Count);
        foreach (var item in items)
            outcomes.Add(call.Cancelled.IsCancellationRequested ? Outcome.NotTried : await TryAsync(call, item, write));
        return new ToolResult((json, result) => Write(json, outcomes, result));
    }

    private static async Task<Outcome> TryAsync(ToolCall call, JsonElement item, Func<JsonElement, ToolCall, Task<Document<WorkPackageDto>>> write)
    {
        await using var scope = call.Get<IServiceScopeFactory>().CreateAsyncScope();
        scope.ServiceProvider.ActAs(call.Get<CurrentViewer>(), call.Get<CurrentActor>());
        try
        {
            return new Outcome(await write(item, call.In(scope.ServiceProvider)));
        }
        catch (ProblemException refused)
        {
            return new Outcome(null, refused.Problem);
        }
        catch (OperationCanceledException) when (call.Cancelled.IsCancellationRequested)
        {
            return Outcome.Unknown("It took too long.", "timeout");
        }
        catch (Exception exception)
        {
            Broke(call.Get<ILoggerFactory>().CreateLogger(typeof(WorkPackageBulkTools)), exception);
            return Outcome.Unknown($"Internal error, reference {call.Get<IHttpContextAccessor>().HttpContext?.TraceIdentifier}.", "internal");
        }
    }

    private static void Write(Utf8JsonWriter json, List<Outcome> outcomes, ResultScope scope)
    {
        json.WriteStartObject();
        json.WriteStartArray("results");
        foreach (var outcome in outcomes)
            Write(json, outcome, scope);
        json.WriteEndArray();
        json.WriteNumber("total", outcomes.Count);
        json.WriteNumber("failed", outcomes.Count(o => o.Written is null));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Outcome outcome, ResultScope scope)
    {
        if (outcome.Refused is { } refused)
        {
            ToolError.Write(json, refused);
        }
        else if (outcome.Broken is var (sentence, code))
        {
            ToolError.Write(json, sentence, code);
        }
        else
        {
            json.WriteStartObject();
            scope.WriteSelected(json, outcome.Written!, WorkPackageTools.Condensed);
            json.WriteEndObject();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "One of several work packages could not be written.")]
    private static partial void Broke(ILogger logger, Exception exception);

    private sealed record Outcome(Document<WorkPackageDto>? Written, Problem? Refused = null, (string Sentence, string Code)? Broken = null)
    {
        public static readonly Outcome NotTried = new(null, Broken: ("It was not tried, as the time was over. Send it again.", "not_tried"));

        public static Outcome Unknown(string sentence, string code) => new(null, Broken: ($"{sentence} {ToolError.MayBeWritten}", code));
    }
}
