using System.Text.Json;
using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Tools that write several work packages: each by itself, so that one that is refused stops no other.</summary>
internal static class WorkPackageBulkTools
{
    private const int Most = 50;

    private static readonly Argument<IReadOnlyList<JsonElement>> New =
        Arguments.Bodies("items", "The work packages, each as data of create_work_package.", Most).Required();

    private static readonly Argument<IReadOnlyList<JsonElement>> Changed =
        Arguments.Bodies("items", "The changes, each as {\"id\":1,\"data\":{...}} of update_work_package, data with lockVersion.", Most).Required();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        new DeclaredTool(
            "bulk_create_work_packages", "Create work packages", "Makes up to 50 work packages, and tells what became of each.", ToolKind.Creates, [New], ToolOutput.Outcomes(),
            call => EachAsync(call, call.Of(New)!, (item, one) => one.Get<WorkPackageService>().CreateAsync(one.Changes<WorkPackage, WorkPackageDto>(item), projectId: null, call.Cancelled))),
        new DeclaredTool(
            "bulk_update_work_packages", "Update work packages", "Changes up to 50 work packages, and tells what became of each.", ToolKind.Updates, [Changed], ToolOutput.Outcomes(),
            call => EachAsync(call, call.Of(Changed)!, UpdateAsync)),
    ];

    private static Task<Document<WorkPackageDto>> UpdateAsync(JsonElement item, ToolCall one)
    {
        var read = ToolCall.Read([WorkPackageTools.Id, WorkPackageTools.ChangedBody], item.EnumerateObject().Select(m => KeyValuePair.Create(m.Name, m.Value)));
        return WorkPackageTools.UpdateAsync(one.With(read));
    }

    // What a refused write has left behind in its scope must not be saved with the next one.
    private static async Task<ToolResult> EachAsync(ToolCall call, IReadOnlyList<JsonElement> items, Func<JsonElement, ToolCall, Task<Document<WorkPackageDto>>> write)
    {
        var outcomes = new List<(Document<WorkPackageDto>? Written, Problem? Refused)>();
        foreach (var item in items)
        {
            await using var scope = call.Get<IServiceScopeFactory>().CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentViewer>().Set(call.Get<CurrentViewer>().Viewer);
            try
            {
                outcomes.Add((await write(item, call.In(scope.ServiceProvider)), null));
            }
            catch (ProblemException refused)
            {
                outcomes.Add((null, refused.Problem));
            }
        }

        return new ToolResult((json, result) => Write(json, outcomes, result));
    }

    private static void Write(Utf8JsonWriter json, List<(Document<WorkPackageDto>? Written, Problem? Refused)> outcomes, ResultScope scope)
    {
        json.WriteStartObject();
        json.WriteStartArray("results");
        foreach (var (written, refused) in outcomes)
        {
            if (refused is not null)
            {
                ToolError.Write(json, refused);
                continue;
            }

            json.WriteStartObject();
            scope.WriteSelected(json, written!, WorkPackageTools.Condensed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("total", outcomes.Count);
        json.WriteNumber("failed", outcomes.Count(o => o.Refused is not null));
        json.WriteEndObject();
    }
}
