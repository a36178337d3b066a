using System.Text;
using Namotion.Reflection;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;
using OpenProject.Api.Authentication;
using OpenProject.Api.V3;

namespace OpenProject.Api.OpenApi;

/// <summary>Titles (one sentence), descriptions and tags: an operation is filed under the first segment of its path.</summary>
public sealed class DescriptionProcessor : IOperationProcessor
{
    /// <inheritdoc/>
    public bool Process(OperationProcessorContext context)
    {
        var operation = context.OperationDescription.Operation;
        operation.Tags = [TagOf(context.OperationDescription.Path)];
        var sentences = operation.Summary?.TrimEnd('.').Split(". ", 2) ?? [];
        operation.Summary = sentences.FirstOrDefault();
        if (string.IsNullOrWhiteSpace(operation.Description))
        {
            // What it answers is what there is to say when the action has no remarks.
            operation.Description = operation.Responses.FirstOrDefault(r => r.Key[0] == '2').Value?.Description ?? operation.Summary;
        }

        if (sentences is [_, var more])
            operation.Description = $"{more}. {operation.Description}";
        if (IsAnonymous(context))
            operation.Security = [];
        return true;
    }

    /// <summary>The tag of a path: <c>/api/v3/work_packages/{id}</c> belongs to "Work Packages".</summary>
    public static string TagOf(string path)
    {
        var segment = path[RequestPath.Root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "root";
        var tag = new StringBuilder();
        foreach (var word in segment.Split('_'))
            tag.Append(tag.Length > 0 ? " " : "").Append(char.ToUpperInvariant(word[0])).Append(word[1..]);
        return tag.ToString();
    }

    private static bool IsAnonymous(OperationProcessorContext context) =>
        context.MethodInfo.IsDefined(typeof(AnonymousAttribute), inherit: true)
        || context.ControllerType?.IsDefined(typeof(AnonymousAttribute), inherit: true) == true;
}
