using NJsonSchema;
using static OpenProject.Api.OpenApi.SchemaParts;

namespace OpenProject.Api.OpenApi;

/// <summary>The components that every resource uses.</summary>
public sealed class SharedComponents(ComponentCatalog catalog)
{
    /// <summary>A link.</summary>
    public JsonSchema Link => catalog.Refer("Link", link =>
    {
        link.Type = JsonObjectType.Object;
        link.Description = "A link to a resource or an action. Of written links only `href` is read.";
        link.With("href", Text("Where it leads, relative to the server; null when it leads nowhere.", isNullable: true), isRequired: true)
            .With("title", Text("A label.", isNullable: true))
            .With("templated", Flag("Whether `href` has `{placeholders}` that the client fills."))
            .With("method", Text("The method to use, when it is not GET."))
            .With("payload", Object("What to send along."));
    });

    /// <summary>Text with its rendering.</summary>
    public JsonSchema Formattable => catalog.Refer("Formattable", text =>
    {
        text.Type = JsonObjectType.Object;
        text.Description = "Text that is written raw and read as HTML too.";
        var format = OneOf(["markdown", "plain", "custom"], "The syntax of `raw`.");
        format.IsReadOnly = true;
        var html = Text("The text as sanitised HTML.");
        html.IsReadOnly = true;
        text.With("format", format).With("raw", Text("The text as it was written.", isNullable: true)).With("html", html);
    });

    /// <summary>A condition of a stored query.</summary>
    public JsonSchema FilterInstance => catalog.Refer("Query_Filter_Instance_Model", condition =>
    {
        condition.Type = JsonObjectType.Object;
        condition.Description = "A condition: a filter, an operator, and values either plain or, where they are resources, as links.";
        var links = Object("The parts of the condition.");
        links.With("filter", Described(Link, "The filter."), isRequired: true)
            .With("schema", Described(Link, "What values it takes; read only."))
            .With("operator", Described(Link, "The operator."))
            .With("values", List(Link, "The values, where they are resources."));
        condition.With("_type", Text("The filter's name and `QueryFilter`."))
            .With("name", Text("The label."))
            .With("values", List(new JsonSchema { Description = "Text, or true or false." }, "The values, where they are plain."))
            .With("_links", links, isRequired: true);
    });

    /// <summary>What a grid shows in some of its cells.</summary>
    public JsonSchema GridWidget => catalog.Refer("GridWidgetModel", widget =>
    {
        widget.Type = JsonObjectType.Object;
        widget.Description = "What a grid shows in some of its cells.";
        widget.With("_type", OneOf(["GridWidget"]))
            .With("id", Integer("Its number in the grid; null or left out for a new one.", "int64", minimum: 1, isNullable: true))
            .With("identifier", Text("What it shows."), isRequired: true);
        foreach (var (name, what) in new[] { ("startRow", "Its first row."), ("endRow", "The row behind its last one."), ("startColumn", "Its first column."), ("endColumn", "The column behind its last one.") })
            widget.With(name, Integer(what, "int32", minimum: 1), isRequired: true);
        widget.With("options", Object("What the client keeps with it."));
    });

    /// <summary>What conditions of a filter look like.</summary>
    public JsonSchema FilterSchema => catalog.Refer("Query_Filter_Instance_SchemaModel", schema =>
    {
        schema.Type = JsonObjectType.Object;
        schema.Description = "What a condition of one filter looks like; its values depend on the operator.";
        var dependency = Object();
        dependency.With("_type", OneOf(["SchemaDependency"]), isRequired: true)
            .With("on", Text("What the rest depends on: `operator`."), isRequired: true)
            .With("dependencies", Object("What holds with each operator, by its href.", Object(null, SchemaProperty)), isRequired: true);
        var links = Object("The schema's links.");
        links.With("self", Described(Link, "The schema."), isRequired: true).With("filter", Described(Link, "The filter."), isRequired: true);
        schema.With("_type", OneOf(["QueryFilterInstanceSchema"]), isRequired: true)
            .With("_dependencies", List(dependency, "What depends on the operator."), isRequired: true)
            .With("name", Described(SchemaProperty, "The label."), isRequired: true)
            .With("filter", Described(SchemaProperty, "The filter."), isRequired: true)
            .With("_links", links, isRequired: true);
    });

    /// <summary>What conditions of all filters look like.</summary>
    public JsonSchema FilterSchemas => catalog.Refer("Query_Filter_Instance_SchemasModel", schemas =>
    {
        var own = new JsonSchema { Type = JsonObjectType.Object };
        var embedded = Object();
        embedded.With("elements", List(FilterSchema, "A schema for each filter."), isRequired: true);
        own.With("_embedded", embedded, isRequired: true);
        schemas.AllOf.Add(Collection);
        schemas.AllOf.Add(own);
    });

    /// <summary>An error.</summary>
    public JsonSchema ErrorResponse => catalog.Refer("ErrorResponse", error =>
    {
        error.Type = JsonObjectType.Object;
        error.Description = "What went wrong: an identifier for programs and a sentence for people.";
        var several = new JsonSchema { Reference = error };
        var details = Object("Where it went wrong.");
        details.With("attribute", Text("The attribute that was refused."));
        var embedded = Object();
        embedded.With("details", details).With("errors", List(several, "The errors, where there are several."));
        error.With("_type", OneOf(["Error"]), isRequired: true)
            .With("errorIdentifier", Text("A URN that names the kind of error.", "uri"), isRequired: true)
            .With("message", Text("A sentence for people."), isRequired: true)
            .With("_embedded", embedded);
    });

    /// <summary>An upload.</summary>
    public JsonSchema FileUpload => catalog.Refer("FileUploadForm", upload =>
    {
        upload.Type = JsonObjectType.Object;
        upload.Description = "A file and what it is called.";
        var metadata = Object("What is said of the file.");
        metadata.With("fileName", Text("What it is called."), isRequired: true)
            .With("description", Described(Formattable, "What is in it, plain text."));
        upload.With("metadata", metadata, isRequired: true)
            .With("file", Text("The bytes.", "binary"), isRequired: true);
    });

    /// <summary>A list that is whole.</summary>
    public JsonSchema Collection => catalog.Refer("CollectionModel", collection =>
    {
        collection.Type = JsonObjectType.Object;
        collection.Description = "A list of resources.";
        var embedded = Object();
        embedded.With("elements", List(new JsonSchema { Type = JsonObjectType.Object }, "The elements, in order."), isRequired: true);
        collection.With("_type", Text("`Collection`, or a kind of it."), isRequired: true)
            .With("total", Integer("How many elements there are on all pages.", minimum: 0), isRequired: true)
            .With("count", Integer("How many elements this answer has.", minimum: 0), isRequired: true)
            .With("_embedded", embedded, isRequired: true)
            .With("_links", CollectionLinks.AsProperty(), isRequired: true);
    });

    /// <summary>A list that is cut into pages.</summary>
    public JsonSchema PaginatedCollection => catalog.Refer("OffsetPaginatedCollectionModel", page =>
    {
        page.Description = "A page of a list.";
        var own = new JsonSchema { Type = JsonObjectType.Object };
        own.With("pageSize", Integer("The largest number of elements a page.", minimum: 0))
            .With("offset", Integer("The number of the page, from 1.", minimum: 1))
            .With("_links", PageLinks.AsProperty());
        page.AllOf.Add(Collection);
        page.AllOf.Add(own);
    });

    /// <summary>A schema of any resource.</summary>
    public JsonSchema Schema => catalog.Refer("SchemaModel", FillSchema);

    /// <summary>What a schema says of one attribute.</summary>
    public JsonSchema SchemaProperty => catalog.Refer("SchemaPropertyModel", FillSchemaProperty);

    private JsonSchema CollectionLinks => catalog.Refer("CollectionLinks", links =>
    {
        links.Type = JsonObjectType.Object;
        links.Description = "The links of a list: itself, and what can be done with it.";
        links.AdditionalPropertiesSchema = new JsonSchema();
        links.AdditionalPropertiesSchema.AnyOf.Add(Link);
        links.AdditionalPropertiesSchema.AnyOf.Add(List(Link));
        links.With("self", Link.AsProperty(), isRequired: true);
    });

    private JsonSchema PageLinks => catalog.Refer("OffsetPaginatedCollectionLinks", links =>
    {
        links.Type = JsonObjectType.Object;
        links.Description = "The links between pages.";
        links.With("jumpTo", Described(Link, "Any page; `{offset}` is to be filled in."))
            .With("changeSize", Described(Link, "Pages of another size; `{size}` is to be filled in."))
            .With("previousByOffset", Described(Link, "The page before; left out on the first one."))
            .With("nextByOffset", Described(Link, "The page behind; left out on the last one."));
    });

    /// <summary>Adds the members that schemas have beside their attributes.</summary>
    public void FillSchema(JsonSchema schema)
    {
        schema.Type = JsonObjectType.Object;
        schema.Description ??= "What each attribute of a resource is, and whether the client may write it.";
        var group = new JsonSchema { Type = JsonObjectType.Object };
        group.With("_type", Text("The kind of group."), isRequired: true)
            .With("name", Text("The label."), isRequired: true)
            .With("attributes", List(Text(), "The attributes' names, in order."), isRequired: true);
        schema.With("_type", OneOf(["Schema"]), isRequired: true)
            .With("_dependencies", List(new JsonSchema { Type = JsonObjectType.Object }, "Attributes that depend on others."), isRequired: true)
            .With("_attributeGroups", List(group, "The groups that forms show attributes in."))
            .With("_links", Object("The schema's links.", Link), isRequired: true);
    }

    private void FillSchemaProperty(JsonSchema property)
    {
        property.Type = JsonObjectType.Object;
        property.Description = "What one attribute is.";
        var embedded = Object();
        embedded.With("allowedValues", List(new JsonSchema { Type = JsonObjectType.Object }, "The allowed resources, in full."));
        property.With("type", Text("The type of the values, e.g. `String`, `Date`, `[]User`."), isRequired: true)
            .With("name", Text("The label."), isRequired: true)
            .With("required", Flag("Whether a value must be given."), isRequired: true)
            .With("hasDefault", Flag("Whether a value is made when none is given."), isRequired: true)
            .With("writable", Flag("Whether the client may write it here."), isRequired: true)
            .With("minLength", Integer("The least number of characters.", minimum: 0))
            .With("maxLength", Integer("The greatest number of characters.", minimum: 0))
            .With("attributeGroup", Text("The group that forms show it in."))
            .With("location", OneOf(["_links", "_meta"], "Where in the resource it stands, when not in the body."))
            .With("options", Object("Further hints."))
            .With("_embedded", embedded)
            .With("_links", Object("`allowedValues`: a collection's link, or a link to each allowed resource."));
    }
}
