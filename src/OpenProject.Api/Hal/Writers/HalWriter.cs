using System.Text.Json;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Roles;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes resources of one kind. Compiled from the declaration.</summary>
public abstract class HalWriter<TDto>
    where TDto : class, IResourceDto
{
    /// <summary>Names that elements may be selected by.</summary>
    public abstract IReadOnlySet<string> SelectableNames { get; }

    /// <summary>Writes one resource.</summary>
    public abstract void Write(
        Utf8JsonWriter json, TDto dto, Access access, EmbeddedSet? embedded, IHalDocumentVisitor documents, StateComparison<TDto>? comparison = null);

    /// <summary>Writes the selected members of one resource.</summary>
    public void WriteSelected(Utf8JsonWriter json, TDto dto, Access access, IReadOnlySet<string> names, IHalDocumentVisitor documents)
    {
        json.WriteStartObject();
        WriteMembers(json, dto, access, names, documents);
        json.WriteEndObject();
    }

    /// <summary>Writes the selected members of one resource into the object that is being written.</summary>
    public abstract void WriteMembers(Utf8JsonWriter json, TDto dto, Access access, IReadOnlySet<string> names, IHalDocumentVisitor documents);
}

/// <summary>The compiled writer of one declaration.</summary>
public sealed class HalWriter<TEntity, TDto> : HalWriter<TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    private readonly Resource<TEntity, TDto> resource;
    private readonly HalProfile profile;
    private volatile Compiled compiled;

    /// <summary>Compiles a declaration.</summary>
    public HalWriter(Resource<TEntity, TDto> resource)
        : this(resource, HalProfile.Whole)
    {
    }

    /// <summary>Compiles what a kind of reader is told of a declaration.</summary>
    internal HalWriter(Resource<TEntity, TDto> resource, HalProfile profile)
    {
        (this.resource, this.profile) = (resource, profile);
        compiled = new Compiled(resource, profile);
    }

    /// <inheritdoc/>
    public override IReadOnlySet<string> SelectableNames => Current.Names;

    // Compiled anew when the installation has defined other fields.
    private Compiled Current
    {
        get
        {
            var known = compiled;
            if (!ReferenceEquals(known.Fields, resource.Fields))
                compiled = known = new Compiled(resource, profile);
            return known;
        }
    }

    /// <inheritdoc/>
    public override void Write(
        Utf8JsonWriter json, TDto dto, Access access, EmbeddedSet? embedded, IHalDocumentVisitor documents, StateComparison<TDto>? comparison = null)
    {
        var scope = new WriteScope(access, PermissionsOf(dto, access), embedded, documents);
        var writers = Current;
        json.WriteStartObject();
        json.WriteString(Names.Type, resource.TypeOf(dto));
        foreach (var property in writers.Properties)
            property.Write(json, dto, scope);
        if (comparison is not null)
            ComparisonWriter<TDto>.WriteMeta(json, comparison.Last);
        if (comparison is not null || (embedded is not null && (writers.EmbeddedOnes.Length > 0 || writers.EmbeddedMany.Length > 0 || resource.EmbeddedParts.Count > 0 || embedded.Named.Count > 0)))
            WriteEmbedded(json, dto, writers, scope, comparison);
        json.WriteStartObject(Names.Links);
        json.WritePropertyName(Names.Self);
        WriteSelf(json, dto, comparison);
        foreach (var link in writers.Links)
            link.Write(json, dto, scope);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <inheritdoc/>
    public override void WriteMembers(
        Utf8JsonWriter json, TDto dto, Access access, IReadOnlySet<string> names, IHalDocumentVisitor documents)
    {
        var scope = new WriteScope(access, PermissionsOf(dto, access), Embedded: null, documents);
        var writers = Current;
        if (names.Contains("_type"))
            json.WriteString(Names.Type, resource.TypeOf(dto));
        foreach (var property in writers.Properties)
        {
            if (names.Contains(property.Name))
                property.Write(json, dto, scope);
        }

        if (names.Contains("self") || Array.Exists(writers.Links, l => names.Contains(l.Name)))
            WriteSelectedLinks(json, dto, writers, names, scope);
    }

    private void WriteSelectedLinks(Utf8JsonWriter json, TDto dto, Compiled writers, IReadOnlySet<string> names, in WriteScope scope)
    {
        json.WriteStartObject(Names.Links);
        if (names.Contains("self"))
        {
            json.WritePropertyName(Names.Self);
            LinkJson.Write(json, resource.SelfOf(dto));
        }

        foreach (var link in writers.Links)
        {
            if (names.Contains(link.Name))
                link.Write(json, dto, scope);
        }

        json.WriteEndObject();
    }

    private void WriteSelf(Utf8JsonWriter json, TDto dto, StateComparison<TDto>? comparison)
    {
        var self = resource.SelfOf(dto);
        if (comparison is null)
            LinkJson.Write(json, self);
        else
            LinkJson.Write(json, ComparisonWriter<TDto>.HrefAt(self.Href, comparison.States), self.Title);
    }

    private void WriteEmbedded(Utf8JsonWriter json, TDto dto, Compiled writers, in WriteScope scope, StateComparison<TDto>? comparison)
    {
        json.WriteStartObject(Names.Embedded);
        foreach (var one in writers.EmbeddedOnes)
            one.WriteEmbedded(json, dto, scope);
        foreach (var many in writers.EmbeddedMany)
            many.WriteEmbedded(json, dto, scope);
        foreach (var (name, of) in resource.EmbeddedParts)
        {
            json.WriteStartArray(name);
            foreach (var part in of(dto, scope.Access))
                part.Accept(scope.Documents);
            json.WriteEndArray();
        }

        foreach (var named in scope.Embedded?.Named ?? [])
        {
            json.WritePropertyName(named.Name);
            named.Document.Accept(scope.Documents);
        }

        if (comparison is not null)
            writers.Comparisons.WriteStates(json, resource.SelfOf(dto).Href, comparison, scope);

        json.WriteEndObject();
    }

    private PermissionSet PermissionsOf(TDto dto, Access access) =>
        resource.ProjectOf?.Invoke(dto) is { } project ? access.Global.Union(access.In(project)) : access.Global;

    private sealed class Compiled
    {
        public Compiled(Resource<TEntity, TDto> resource, HalProfile profile)
        {
            Fields = resource.Fields;
            var compiler = new Compiler(profile);
            var shown = Fields.Where(f => f.InBody && profile.Tells(f)).Select(f => (Field: f, Writer: f.Accept(compiler))).ToList();
            Properties = [.. shown.Where(f => f.Field is not (ToOne<TEntity, TDto> or ToMany<TEntity, TDto> or Affordance<TEntity, TDto>)).Select(f => f.Writer)];
            Links = [.. shown.Select(f => f.Writer).Except(Properties)];
            EmbeddedOnes = [.. shown.Where(f => f.Field is ToOne<TEntity, TDto> { IsEmbedded: true }).Select(f => (ToOneWriter<TEntity, TDto>)f.Writer)];
            EmbeddedMany = [.. shown.Where(f => f.Field is ToMany<TEntity, TDto> { IsEmbedded: true }).Select(f => (ToManyWriter<TEntity, TDto>)f.Writer)];
            Comparisons = new ComparisonWriter<TDto>(
                [.. Properties.Where(p => resource.Remembered.Contains(p.Name))], [.. Links.Where(l => resource.Remembered.Contains(l.Name))]);
            Names = shown.Select(f => f.Field.Name).Concat(["_type", "self"]).ToHashSet(StringComparer.Ordinal);
        }

        public IReadOnlyList<Field<TEntity, TDto>> Fields { get; }

        public FieldWriter<TDto>[] Properties { get; }

        public FieldWriter<TDto>[] Links { get; }

        public ToOneWriter<TEntity, TDto>[] EmbeddedOnes { get; }

        public ToManyWriter<TEntity, TDto>[] EmbeddedMany { get; }

        public ComparisonWriter<TDto> Comparisons { get; }

        public HashSet<string> Names { get; }
    }

    private sealed class Compiler(HalProfile profile) : IFieldVisitor<TEntity, TDto, FieldWriter<TDto>>
    {
        public FieldWriter<TDto> Visit<TValue>(Property<TEntity, TDto, TValue> property) =>
            !profile.TellsHtml && property is Property<TEntity, TDto, Formattable> text
                ? new SourceWriter<TEntity, TDto>(text, profile.LongestText)
                : new PropertyWriter<TEntity, TDto, TValue>(property);

        public FieldWriter<TDto> Visit(ToOne<TEntity, TDto> link) => new ToOneWriter<TEntity, TDto>(link);

        public FieldWriter<TDto> Visit(ToMany<TEntity, TDto> links) => new ToManyWriter<TEntity, TDto>(links);

        public FieldWriter<TDto> Visit(Affordance<TEntity, TDto> affordance) => new AffordanceWriter<TEntity, TDto>(affordance);
    }
}
