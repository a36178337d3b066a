using System.Collections.Frozen;
using System.Linq.Expressions;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Resources;

/// <summary>
/// A resource declared once: attributes, links, actions, filters, sort keys, visibility. A declaration is a singleton
/// without any state of a request; bodies, schemas, forms, queries and documents derive from it.
/// </summary>
public abstract partial class Resource<TEntity, TDto> : IResource
    where TEntity : class
    where TDto : class, IResourceDto
{
    private IReadOnlySet<string> remembered = FrozenSet<string>.Empty;
    private readonly List<Field<TEntity, TDto>> fields = [];
    private readonly List<(string Name, ResourcePath Of)> embeddedLists = [];
    private readonly List<(string Name, Func<TDto, Access, IReadOnlyList<IHalDocument>> Of)> embeddedParts = [];
    private Expression<Func<TEntity, long>>? projectKey;
    private FrozenDictionary<string, object>? byName;

    /// <summary>Begins a declaration.</summary>
    /// <param name="type">The <c>_type</c>.</param>
    /// <param name="path">Where the resources live.</param>
    /// <param name="key">The id of a row.</param>
    /// <param name="title">The label of a row; null when self links have no title.</param>
    protected Resource(string type, ResourcePath path, Expression<Func<TEntity, long>> key, Expression<Func<TEntity, string?>>? title)
    {
        Type = type;
        Path = path;
        Key = key;
        Title = title;
        Sort("id", key);
    }

    /// <inheritdoc/>
    public string Type { get; }

    /// <inheritdoc/>
    public ResourcePath Path { get; }

    /// <inheritdoc/>
    public virtual IReadOnlyList<ResourcePath> Paths => [Path];

    /// <inheritdoc/>
    public Type EntityType => typeof(TEntity);

    /// <inheritdoc/>
    public Type DtoType => typeof(TDto);

    /// <summary>The id of a row.</summary>
    public Expression<Func<TEntity, long>> Key { get; }

    /// <summary>The label of a row; null when self links have no title.</summary>
    public Expression<Func<TEntity, string?>>? Title { get; }

    /// <summary>The fields, in the order of bodies and schemas.</summary>
    public IReadOnlyList<Field<TEntity, TDto>> Fields => defined?.Fields ?? fields;

    /// <summary>The permissions on which it hangs, wherever they are held, what is shown of a row.</summary>
    public IReadOnlyList<Permission> AskedAnywhere { get; private set; } = [];

    /// <summary>The title of a row that was read; null when self links have none.</summary>
    public Func<TDto, string?>? TitleOf { get; private set; }

    /// <summary>The project that a row's permissions hang on; null for resources outside projects.</summary>
    public Func<TDto, long?>? ProjectOf { get; private set; }

    /// <summary>The same for an aggregate that is being written.</summary>
    public Func<TEntity, long?>? ProjectOfEntity { get; private set; }

    /// <summary>The sentence for one that is missing or invisible; null for the general one.</summary>
    public string? NotFoundMessage { get; protected set; }

    /// <summary>Whether elements of collections embed what single resources do.</summary>
    public bool EmbedsInCollections { get; private set; }

    /// <summary>The lists that single resources embed beside the targets of their links.</summary>
    public IReadOnlyList<(string Name, ResourcePath Of)> EmbeddedLists => embeddedLists;

    /// <summary>What bodies embed that follows from the row alone, by name.</summary>
    public IReadOnlyList<(string Name, Func<TDto, Access, IReadOnlyList<IHalDocument>> Of)> EmbeddedParts => embeddedParts;

    /// <summary>The fields whose earlier values are known.</summary>
    public IReadOnlySet<string> Remembered => defined?.Remembered ?? remembered;

    /// <summary>Whether lists are cut into pages.</summary>
    public bool IsPaginated { get; private set; } = true;

    /// <summary>What one needs to hold in a row's project to see the row; null where visibility is another question.</summary>
    public Permission? VisibleWith { get; private set; }

    /// <summary>The rows that the viewer may see, as a condition inside the statement.</summary>
    public virtual IQueryable<TEntity> VisibleTo(IQueryable<TEntity> rows, Access access) => VisibleWith is { } permission
        ? rows.Where(access.Within(projectKey!, permission))
        : throw new InvalidOperationException($"{Type} does not say who may see it.");

    /// <summary>The <c>_type</c> of a row, where one declaration serves several.</summary>
    public virtual string TypeOf(TDto dto) => Type;

    /// <summary>The path of a row's self link, where one declaration serves several.</summary>
    public virtual ResourcePath PathOf(TDto dto) => Path;

    /// <summary>A row as its self link names it.</summary>
    public virtual Reference SelfOf(TDto dto) => new(PathOf(dto), dto.Id, TitleOf?.Invoke(dto));

    /// <summary>The field of that name, or null.</summary>
    public Field<TEntity, TDto>? FindField(string name) => (Field<TEntity, TDto>?)(byName!.GetValueOrDefault(name) ?? defined?.FieldByName.GetValueOrDefault(name));

    /// <inheritdoc/>
    public void Seal()
    {
        var named = new Dictionary<string, object>(StringComparer.Ordinal);
        var asked = new HashSet<Permission>();
        foreach (var field in fields)
        {
            named.TryAdd(field.Name, field);
            asked.UnionWith(field.NeededAnywhere);
        }

        byName = named.ToFrozenDictionary(StringComparer.Ordinal);
        AskedAnywhere = [.. asked];
        foreach (var name in Remembered.Where(n => FindField(n) is null))
            throw new InvalidOperationException($"{Type} remembers {name}, which is no field.");
        SealQueries();
    }

    /// <inheritdoc/>
    public TResult Accept<TResult>(IResourceVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public Task<bool> IsVisibleAsync(ResourceReader reader, long id, CancellationToken cancellationToken) =>
        reader.ExistsAsync(this, id, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, IHalDocument>> LoadAsync(
        ResourceReader reader, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        reader.LoadAsync(this, ids, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, string?>> TitlesAsync(
        ResourceReader reader, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        reader.TitlesAsync(this, ids, cancellationToken);

    /// <inheritdoc/>
    public virtual IHalDocument? FindCoded(string code, Access access) => null;

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<long, Reference>> ReferencesAsync(
        ResourceReader reader, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        (await reader.LoadAsync(this, ids, cancellationToken)).ToDictionary(d => d.Key, d => SelfOf(((Document<TDto>)d.Value).Dto));

    /// <summary>Self links carry this title.</summary>
    protected void TitledBy(Func<TDto, string?> title) => TitleOf = title;

    /// <summary>Permissions are those in the row's project.</summary>
    protected void InProject(Func<TDto, long?> ofRow, Func<TEntity, long?> ofEntity) => (ProjectOf, ProjectOfEntity) = (ofRow, ofEntity);

    /// <summary>Those see a row who hold the permission in its project.</summary>
    protected void VisibleInProject(Expression<Func<TEntity, long>> project, Permission permission) => (projectKey, VisibleWith) = (project, permission);

    /// <summary>Elements of collections embed too.</summary>
    protected void EmbedInCollections() => EmbedsInCollections = true;

    /// <summary>Single resources embed a list of another kind under a name of its own.</summary>
    protected void EmbedList(string name, ResourcePath of) => embeddedLists.Add((name, of));

    /// <summary>Bodies embed a list of documents that follow from the row alone.</summary>
    protected void EmbedParts(string name, Func<TDto, Access, IReadOnlyList<IHalDocument>> of) => embeddedParts.Add((name, of));

    /// <summary>The earlier values of these fields are known.</summary>
    protected void Remembers(params string[] names) => remembered = names.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Lists are whole.</summary>
    protected void Unpaginated() => IsPaginated = false;

    /// <summary>An attribute.</summary>
    protected Property<TEntity, TDto, TValue> Property<TValue>(string name, Func<TDto, TValue> get) =>
        Add(new Property<TEntity, TDto, TValue>(name, get));

    /// <summary>A link to a resource of one kind, by a required or optional id.</summary>
    protected ToOne<TEntity, TDto> Link<TTarget>(string name, Func<TDto, long?> id, Func<TDto, string?> title)
        where TTarget : IResourceKind
    {
        var path = TTarget.Location;
        return Add(new ToOne<TEntity, TDto>(
            name, TTarget.Kind, [path], dto => id(dto) is { } key and > 0 ? new Reference(path, key, title(dto)) : null));
    }

    /// <summary>A link to a resource of one of several kinds.</summary>
    protected ToOne<TEntity, TDto> Link(
        string name, string schemaType, IReadOnlyList<ResourcePath> accepts, Func<TDto, Reference?> get) =>
        Add(new ToOne<TEntity, TDto>(name, schemaType, accepts, get));

    /// <summary>Links to any number of resources.</summary>
    protected ToMany<TEntity, TDto> Links(
        string name, string schemaType, IReadOnlyList<ResourcePath> accepts, Func<TDto, IReadOnlyList<Reference>> get) =>
        Add(new ToMany<TEntity, TDto>(name, schemaType, accepts, get));

    /// <summary>A link to something that is read.</summary>
    protected Affordance<TEntity, TDto> Related(string name, string href, params (string Name, Func<TDto, string> Value)[] holes) =>
        Add(new Affordance<TEntity, TDto>(name, new HrefTemplate<TDto>(href, holes), null));

    /// <summary>A link to something that is done.</summary>
    /// <param name="name">The relation.</param>
    /// <param name="method">The method in lower case.</param>
    /// <param name="href">Where it leads.</param>
    /// <param name="holes">What fills holes other than the id.</param>
    protected Affordance<TEntity, TDto> Action(
        string name, string method, string href, params (string Name, Func<TDto, string> Value)[] holes) =>
        Add(new Affordance<TEntity, TDto>(name, new HrefTemplate<TDto>(href, holes), method));

    private TField Add<TField>(TField field)
        where TField : Field<TEntity, TDto>
    {
        fields.Add(field);
        return field;
    }
}
