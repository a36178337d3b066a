using NJsonSchema;
using OpenProject.Application.Resources;
using static OpenProject.Api.OpenApi.SchemaParts;

namespace OpenProject.Api.OpenApi;

/// <summary>The components that derive from a declaration: the resource, what is written, lists, forms, schemas.</summary>
public sealed class ResourceComponents(ComponentCatalog catalog, ResourceRegistry registry)
{
    private readonly SharedComponents shared = new(catalog);

    /// <summary>The components that every resource uses.</summary>
    public SharedComponents Shared => shared;

    /// <summary>One resource, as read.</summary>
    /// <param name="resource">The declaration.</param>
    /// <param name="name">The component's name; null for the usual one.</param>
    public JsonSchema Model(IResource resource, string? name = null) => Refer(name ?? ContractNames.Model(resource.Type), resource, v => v.Model);

    /// <summary>What is sent to create or change a resource.</summary>
    public JsonSchema WriteModel(IResource resource) => Refer(ContractNames.WriteModel(resource.Type), resource, v => v.WriteModel);

    /// <summary>What is sent to change a resource: the same, with the state that was read where there is one.</summary>
    public JsonSchema PatchModel(IResource resource) =>
        resource.Accept(new LockQuestion())
            ? Refer(ContractNames.PatchModel(resource.Type), resource, v => v.PatchModel)
            : WriteModel(resource);

    /// <summary>A list.</summary>
    /// <param name="resource">The elements' declaration.</param>
    /// <param name="name">The component's name; null for the usual one.</param>
    public JsonSchema Collection(IResource resource, string? name = null) =>
        Refer(name ?? ContractNames.CollectionModel(resource.Type), resource, v => v.Collection);

    /// <summary>A list of the resources at a path; null where none is declared.</summary>
    public JsonSchema? List(ResourcePath path) => registry.AtPath(path) is { } resource ? Collection(resource) : null;

    /// <summary>A form.</summary>
    public JsonSchema Form(IResource resource) => Refer(ContractNames.FormModel(resource.Type), resource, v => v.Form);

    /// <summary>A schema.</summary>
    public JsonSchema Schema(IResource resource) => Refer(ContractNames.SchemaModel(resource.Type), resource, v => v.Schema);

    /// <summary>A resource that stands at any of these paths; any object where none is declared.</summary>
    public JsonSchema At(IEnumerable<ResourcePath> paths)
    {
        var kinds = paths.Select(registry.AtPath).OfType<IResource>().Distinct().Select(r => Model(r)).ToList();
        if (kinds.Count == 1)
            return kinds[0];
        var any = new JsonSchema();
        if (kinds.Count == 0)
            any.Type = JsonObjectType.Object;
        foreach (var kind in kinds)
            any.AnyOf.Add(kind);
        return any;
    }

    private JsonSchema Refer(string name, IResource resource, Func<IResourceShapes, Action<JsonSchema>> shape) =>
        catalog.Refer(name, schema => shape(resource.Accept(new Shaper(this)))(schema));

    private sealed class LockQuestion : IResourceVisitor<bool>
    {
        public bool Visit<TEntity, TDto>(Resource<TEntity, TDto> resource)
            where TEntity : class
            where TDto : class, IResourceDto =>
            resource.FindField("lockVersion") is not null;
    }

    private sealed class Shaper(ResourceComponents components) : IResourceVisitor<IResourceShapes>
    {
        public IResourceShapes Visit<TEntity, TDto>(Resource<TEntity, TDto> resource)
            where TEntity : class
            where TDto : class, IResourceDto =>
            new ResourceShapes<TEntity, TDto>(resource, components);
    }
}
