using NJsonSchema;
using OpenProject.Application.Resources;
using static OpenProject.Api.OpenApi.SchemaParts;

namespace OpenProject.Api.OpenApi;

/// <summary>The shapes of one declaration, field by field.</summary>
public sealed class ResourceShapes<TEntity, TDto>(Resource<TEntity, TDto> resource, ResourceComponents components) : IResourceShapes
    where TEntity : class
    where TDto : class, IResourceDto
{
    private readonly SharedComponents shared = components.Shared;
    private readonly FieldSchemas<TEntity, TDto> members = new(components.Shared, new ValueSchemas(components.Shared));

    /// <inheritdoc/>
    public void Model(JsonSchema schema)
    {
        var shown = resource.Fields.Where(f => f.InBody).DistinctBy(f => f.Name).ToList();
        schema.Type = JsonObjectType.Object;
        schema.With("_type", ServesSeveralKinds ? Text("The kind of resource.") : OneOf([resource.Type]), isRequired: true);
        foreach (var property in shown.Where(f => !IsLink(f)))
            schema.With(property.Name, property.Accept(members), IsAlwaysShown(property));
        if (resource.Remembered.Count > 0)
            schema.With("_meta", StateMeta());
        if (Embedded(shown) is { } embedded)
            schema.With("_embedded", embedded);
        var links = Object("The resource's links.");
        links.With("self", Described(shared.Link, "The resource itself."), isRequired: true);
        foreach (var link in shown.Where(IsLink))
            links.With(link.Name, link.Accept(members), IsAlwaysShown(link));
        schema.With("_links", links, isRequired: true);
    }

    /// <inheritdoc/>
    public void WriteModel(JsonSchema schema)
    {
        var written = resource.Fields.Where(f => f.HasWriter).DistinctBy(f => f.Name).ToList();
        schema.Type = JsonObjectType.Object;
        var required = written.Where(f => f is { IsRequired: true, HasDefault: false }).Select(f => $"`{f.Name}`").ToList();
        schema.Description = "The attributes and links to write; what is left out stays as it is."
            + (required.Count > 0 ? $" A new resource needs {string.Join(", ", required)}." : "");
        if (resource.FindField("lockVersion") is { } version)
            schema.With("lockVersion", version.Accept(members));
        foreach (var property in written.Where(f => !IsLink(f)))
            schema.With(property.Name, property.Accept(members));
        var targets = written.Where(IsLink).ToList();
        if (targets.Count == 0)
            return;
        var links = Object("The links to write.");
        foreach (var link in targets)
            links.With(link.Name, link.Accept(members));
        schema.With("_links", links);
    }

    /// <inheritdoc/>
    public void PatchModel(JsonSchema schema)
    {
        var own = new JsonSchema { Type = JsonObjectType.Object };
        own.RequiredProperties.Add("lockVersion");
        schema.Description = "The attributes and links to change, with the `lockVersion` that was read.";
        schema.AllOf.Add(components.WriteModel(resource));
        schema.AllOf.Add(own);
    }

    /// <inheritdoc/>
    public void Collection(JsonSchema schema)
    {
        var own = new JsonSchema { Type = JsonObjectType.Object };
        var embedded = Object();
        embedded.With("elements", List(components.Model(resource), "The elements, in order."), isRequired: true);
        own.With("_embedded", embedded, isRequired: true);
        if (resource.Groups.Count > 0)
            own.With("groups", List(Group(), "The groups, where `groupBy` was asked for."));
        if (resource.Sums.Count > 0)
            own.With("totalSums", Sums("The sums over all pages, where `showSums` was asked for."));
        schema.AllOf.Add(resource.IsPaginated ? shared.PaginatedCollection : shared.Collection);
        schema.AllOf.Add(own);
    }

    /// <inheritdoc/>
    public void Form(JsonSchema schema)
    {
        var embedded = Object();
        var payload = new JsonSchemaProperty { Description = "What would be sent, with defaults filled in. What is not valid yet need not fit its model." };
        payload.AnyOf.Add(components.WriteModel(resource));
        payload.AnyOf.Add(new JsonSchema { Type = JsonObjectType.Object });
        embedded.With("payload", payload, isRequired: true)
            .With("schema", Described(components.Schema(resource), "What may be sent."), isRequired: true)
            .With("validationErrors", Object("What is wrong with it, by attribute; empty when nothing is.", shared.ErrorResponse), isRequired: true);
        var links = Object("The form's links.", shared.Link);
        links.With("self", Described(shared.Link, "The form."), isRequired: true)
            .With("validate", Described(shared.Link, "Checks another payload."))
            .With("commit", Described(shared.Link, "Stores the payload; left out while it is not valid."));
        schema.Type = JsonObjectType.Object;
        schema.Description = "Nothing is stored: the payload as it would be, what may be written, and what is wrong.";
        schema.With("_type", OneOf(["Form"]), isRequired: true).With("_embedded", embedded, isRequired: true).With("_links", links, isRequired: true);
    }

    /// <inheritdoc/>
    public void Schema(JsonSchema schema)
    {
        shared.FillSchema(schema);
        foreach (var field in resource.Fields.Where(f => f.InSchema))
            schema.With(field.Name, Described(shared.SchemaProperty, field.Label + "."));
    }

    // Nothing but the declaration's own code knows which kinds it answers with.
    private bool ServesSeveralKinds =>
        resource.GetType().GetMethod(nameof(resource.TypeOf))!.DeclaringType != typeof(Resource<TEntity, TDto>);

    private static bool IsLink(Field<TEntity, TDto> field) => field is ToOne<TEntity, TDto> or ToMany<TEntity, TDto> or Affordance<TEntity, TDto>;

    private static bool IsAlwaysShown(Field<TEntity, TDto> field) => field switch
    {
        { IsShown: not null } => false,
        ToOne<TEntity, TDto> { IsOmittedWhenNull: true } or ToMany<TEntity, TDto> { IsOmittedWhenEmpty: true } => false,
        Affordance<TEntity, TDto> affordance => affordance.NeededAnyOf == default,
        _ => !field.Accept(new OmissionQuestion()),
    };

    private JsonSchemaProperty? Embedded(IEnumerable<Field<TEntity, TDto>> shown)
    {
        var embedded = Object("Linked resources in full, as far as the client may see them.");
        foreach (var field in shown)
        {
            if (field is ToOne<TEntity, TDto> { IsEmbedded: true } one)
                embedded.With(one.Name, Property(components.At(one.Accepts)));
            else if (field is ToMany<TEntity, TDto> { IsEmbedded: true } many)
                embedded.With(many.Name, List(components.At(many.Accepts)));
        }

        foreach (var (name, of) in resource.EmbeddedLists)
        {
            if (components.List(of) is { } list)
                embedded.With(name, list.AsProperty());
        }

        foreach (var (name, _) in resource.EmbeddedParts)
            embedded.With(name, List(new JsonSchema { Type = JsonObjectType.Object }));
        if (resource.Remembered.Count > 0)
            embedded.With("attributesByTimestamp", List(PastState(), "How it was at the times of `timestamps`: what differs from the last one."));
        return embedded.Properties.Count > 0 ? embedded : null;
    }

    private static JsonSchemaProperty StateMeta()
    {
        var meta = Object("Which state this is, where `timestamps` were asked for.");
        meta.With("matchesFilters", Flag("Whether the filters were fulfilled then."), isRequired: true)
            .With("exists", Flag("Whether it existed then."), isRequired: true)
            .With("timestamp", Text("The point in time as it was asked for."), isRequired: true);
        return meta;
    }

    private JsonSchema PastState()
    {
        var state = new JsonSchema { Type = JsonObjectType.Object };
        var links = Object("What it was linked to.");
        links.With("self", Described(shared.Link, "The state."), isRequired: true);
        foreach (var name in resource.Remembered.Order(StringComparer.Ordinal))
        {
            var field = resource.FindField(name)!;
            (IsLink(field) ? (JsonSchema)links : state).With(name, field.Accept(members));
        }

        return state.With("_meta", StateMeta(), isRequired: true).With("_links", links, isRequired: true);
    }

    private static JsonSchemaProperty Property(JsonSchema target)
    {
        if (target.Reference is not null)
            return target.AsProperty();
        var any = new JsonSchemaProperty { Type = target.Type };
        foreach (var kind in target.AnyOf)
            any.AnyOf.Add(kind);
        return any;
    }

    private JsonSchema Group()
    {
        var links = Object();
        links.With("valueLink", List(shared.Link, "The resource that the group is of; empty for none."), isRequired: true);
        var group = new JsonSchema { Type = JsonObjectType.Object };
        group.With("value", Text("The label.", isNullable: true), isRequired: true)
            .With("count", Integer("How many elements the group has on all pages.", minimum: 0), isRequired: true)
            .With("_links", links, isRequired: true);
        if (resource.Sums.Count > 0)
            group.With("sums", Sums("The sums of the group."));
        return group;
    }

    private JsonSchemaProperty Sums(string description)
    {
        var sums = Object(description);
        foreach (var sum in resource.Sums)
            sums.With(sum.Name, Text(Labels.Of(sum.Name) + ".", "duration", isNullable: true));
        return sums;
    }

    private sealed class OmissionQuestion : IFieldVisitor<TEntity, TDto, bool>
    {
        public bool Visit<TValue>(Property<TEntity, TDto, TValue> property) => property.IsOmittedWhenNull;

        public bool Visit(ToOne<TEntity, TDto> link) => link.IsOmittedWhenNull;

        public bool Visit(ToMany<TEntity, TDto> links) => links.IsOmittedWhenEmpty;

        public bool Visit(Affordance<TEntity, TDto> affordance) => false;
    }
}
