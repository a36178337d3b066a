using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using NJsonSchema;
using OpenProject.Api.Hal;
using OpenProject.Application.Attachments;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;

namespace OpenProject.Api.OpenApi;

/// <summary>The schema of what an action answers or takes, by its type and, for schemas, by its path.</summary>
public sealed partial class AnswerSchemas(ResourceComponents components, ResourceRegistry registry)
{
    /// <summary>The kinds of document that declarations describe, as actions name them, and of bodies that are no JSON.</summary>
    public static IReadOnlyList<Type> Documents { get; } =
        [typeof(Document<>), typeof(Page<>), typeof(Form<,>), typeof(SchemaDocument), typeof(MixedCollection), typeof(FilterSchema), typeof(ChangeSet<,>), typeof(IUpload), typeof(SourceText)];

    /// <summary>What an action returns, without the wrapping of tasks and results; null for nothing.</summary>
    public static Type? Unwrap(Type returned)
    {
        while (returned.IsGenericType
            && (returned.GetGenericTypeDefinition() is var generic && (generic == typeof(Task<>) || generic == typeof(ValueTask<>) || generic == typeof(ActionResult<>))))
        {
            returned = returned.GetGenericArguments()[0];
        }

        return returned == typeof(Task) || returned == typeof(void) || typeof(IActionResult).IsAssignableFrom(returned) ? null : returned;
    }

    /// <summary>The declaration of the rows that a document is written from, or null.</summary>
    public IResource? ResourceOf(Type document)
    {
        var row = document.GetGenericArguments().LastOrDefault();
        return row is not null && typeof(IResourceDto).IsAssignableFrom(row) ? registry.All.FirstOrDefault(r => r.DtoType == row) : null;
    }

    /// <summary>The schema of an answer; null for documents that no declaration describes.</summary>
    /// <param name="document">What the action returns.</param>
    /// <param name="path">The operation's path.</param>
    /// <param name="operationId">The operation's id.</param>
    public JsonSchema? Answer(Type document, string path, string? operationId)
    {
        if (document == typeof(SchemaDocument))
            return OfPath(path) is { } described ? components.Schema(described) : components.Shared.Schema;
        if (document == typeof(FilterSchema))
            return components.Shared.FilterSchema;
        if (document == typeof(MixedCollection))
            return path.EndsWith("/filter_instance_schemas", StringComparison.Ordinal) ? components.Shared.FilterSchemas : components.Shared.Collection;
        if (ResourceOf(document) is not { } resource)
            return null;
        var kind = document.GetGenericTypeDefinition();
        return kind == typeof(Document<>) ? components.Model(resource, ContractNames.OfOperation(operationId))
            : kind == typeof(Page<>) ? components.Collection(resource, ContractNames.OfOperation(operationId))
            : kind == typeof(Form<,>) ? components.Form(resource)
            : null;
    }

    /// <summary>The schema of a body; null where no declaration describes it.</summary>
    public JsonSchema? Body(Type body, bool isPatch)
    {
        if (!body.IsGenericType || body.GetGenericTypeDefinition() != typeof(ChangeSet<,>) || ResourceOf(body) is not { } resource)
            return null;
        return isPatch ? components.PatchModel(resource) : components.WriteModel(resource);
    }

    // What lies inside a workspace is of the kind that has the same path outside.
    private IResource? OfPath(string path) => At(InsideWorkspace().Replace(path, "/api/v3/")) ?? At(path);

    private IResource? At(string path) => registry.All
        .SelectMany(r => r.Paths, (resource, at) => (Resource: resource, At: at.Value))
        .Where(r => path.StartsWith(r.At + "/", StringComparison.Ordinal)).OrderByDescending(r => r.At.Length).Select(r => r.Resource).FirstOrDefault();

    [GeneratedRegex("^/api/v3/(projects|workspaces)/\\{id\\}/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InsideWorkspace();
}
