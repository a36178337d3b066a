using System.Collections.Frozen;
using System.Text.Json;
using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;

namespace OpenProject.Api.Hal.Readers;

/// <summary>Parses request bodies to change sets. Compiled from a declaration.</summary>
public abstract class PayloadReader
{
    /// <summary>Parses a body that is one JSON object; the result is a <see cref="ChangeSet{TEntity,TDto}"/>.</summary>
    public abstract object Read(JsonElement body);

    /// <summary>The members of a body that say nothing to it.</summary>
    public virtual IEnumerable<string> UnknownIn(JsonElement body) => [];

    /// <summary>What an empty body means: nothing sent.</summary>
    public abstract object Nothing { get; }
}

/// <summary>The compiled reader of one declaration. Unknown members are ignored, as clients may send back what they read.</summary>
public sealed class PayloadReader<TEntity, TDto> : PayloadReader
    where TEntity : class
    where TDto : class, IResourceDto
{
    private static readonly string[] Ignored = ["id", "lockVersion"];

    private readonly Resource<TEntity, TDto> resource;
    private readonly IMarkdown markdown;
    private volatile Compiled compiled;

    /// <summary>Compiles a declaration.</summary>
    public PayloadReader(Resource<TEntity, TDto> resource, IMarkdown markdown)
    {
        (this.resource, this.markdown) = (resource, markdown);
        compiled = new Compiled(resource.Fields, markdown);
    }

    /// <inheritdoc/>
    public override object Nothing => ChangeSet<TEntity, TDto>.Empty;

    /// <inheritdoc/>
    public override object Read(JsonElement body)
    {
        var readers = compiled;
        // Compiled anew when the installation has defined other fields.
        if (!ReferenceEquals(readers.Fields, resource.Fields))
            compiled = readers = new Compiled(resource.Fields, markdown);
        var changes = new List<Change<TEntity, TDto>>();
        var errors = new List<FieldError>();
        int? lockVersion = null;
        foreach (var member in body.EnumerateObject())
        {
            if (readers.Properties.TryGetValue(member.Name, out var reader))
                Add(reader(member.Value), changes, errors);
            else if (member.Name == "_links" && member.Value.ValueKind == JsonValueKind.Object)
                ReadAll(readers.Links, member.Value, changes, errors);
            else if (member.Name == "_meta" && member.Value.ValueKind == JsonValueKind.Object)
                ReadAll(readers.Meta, member.Value, changes, errors);
            else if (member.Name == "lockVersion")
                lockVersion = ValueReaders.VersionOf(member.Value);
        }

        // Setters run in the order of the declaration, whatever the order of the body; a repeated member's last value counts.
        var last = changes.GroupBy(c => c.Field.Name, StringComparer.Ordinal).Select(g => g.Last());
        return new ChangeSet<TEntity, TDto>([.. last.OrderBy(c => readers.Order.IndexOf(c.Field.Name))], errors, lockVersion);
    }

    /// <inheritdoc/>
    public override IEnumerable<string> UnknownIn(JsonElement body)
    {
        var readers = new Compiled(resource.Fields, markdown);
        return body.EnumerateObject().SelectMany(member => member.Name switch
        {
            "_links" when member.Value.ValueKind == JsonValueKind.Object => Strangers(member, readers.Links),
            "_meta" when member.Value.ValueKind == JsonValueKind.Object => Strangers(member, readers.Meta),
            _ => readers.Properties.ContainsKey(member.Name) ? [] : [member.Name],
        });
    }

    private static IEnumerable<string> Strangers(JsonProperty place, FrozenDictionary<string, FieldReader<TEntity, TDto>> readers) =>
        place.Value.EnumerateObject().Where(member => !readers.ContainsKey(member.Name)).Select(member => $"{place.Name}/{member.Name}");

    private static void ReadAll(
        FrozenDictionary<string, FieldReader<TEntity, TDto>> readers, JsonElement json, List<Change<TEntity, TDto>> changes, List<FieldError> errors)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (readers.TryGetValue(member.Name, out var reader))
                Add(reader(member.Value), changes, errors);
        }
    }

    private static void Add(
        (Change<TEntity, TDto>? Change, FieldError? Error) read, List<Change<TEntity, TDto>> changes, List<FieldError> errors)
    {
        if (read.Change is not null)
            changes.Add(read.Change);
        if (read.Error is not null)
            errors.Add(read.Error);
    }

    private sealed class Compiled
    {
        public Compiled(IReadOnlyList<Field<TEntity, TDto>> fields, IMarkdown markdown)
        {
            Fields = fields;
            var compiler = new FieldReaderCompiler<TEntity, TDto>(markdown);
            var (inBody, inLinks, inMeta) = (NoReaders(), NoReaders(), NoReaders());
            foreach (var field in fields.Where(f => !Ignored.Contains(f.Name)))
            {
                if (field.Accept(compiler) is not { } reader)
                    continue;
                Order.Add(field.Name);
                var place = field is ToOne<TEntity, TDto> or ToMany<TEntity, TDto> ? inLinks : field.IsMeta ? inMeta : inBody;
                place[field.Name] = reader;
            }

            Properties = inBody.ToFrozenDictionary(StringComparer.Ordinal);
            Links = inLinks.ToFrozenDictionary(StringComparer.Ordinal);
            Meta = inMeta.ToFrozenDictionary(StringComparer.Ordinal);
        }

        public IReadOnlyList<Field<TEntity, TDto>> Fields { get; }

        public List<string> Order { get; } = [];

        public FrozenDictionary<string, FieldReader<TEntity, TDto>> Properties { get; }

        public FrozenDictionary<string, FieldReader<TEntity, TDto>> Links { get; }

        public FrozenDictionary<string, FieldReader<TEntity, TDto>> Meta { get; }

        private static Dictionary<string, FieldReader<TEntity, TDto>> NoReaders() => new(StringComparer.Ordinal);
    }
}
