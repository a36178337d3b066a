using OpenProject.Application.Permissions;

namespace OpenProject.Application.Resources;

/// <summary>Resources that no table holds: there are only those that follow from the program, and everybody sees them.</summary>
/// <param name="type">The <c>_type</c>.</param>
/// <param name="path">Where the resources live.</param>
public abstract class CodedResource<TDto>(string type, ResourcePath path) : Resource<TDto, TDto>(type, path, dto => dto.Id, title: null)
    where TDto : class, ICodedDto
{
    /// <summary>All of them, in order.</summary>
    public abstract IReadOnlyCollection<TDto> All { get; }

    /// <summary>The one of that code, or null.</summary>
    public abstract TDto? Find(string code);

    /// <summary>Whether a viewer is told that there is one, for which <see cref="PrepareAsync"/> was awaited; everybody unless something else is said.</summary>
    public virtual bool IsToldTo(TDto dto, Access access) => true;

    /// <summary>Loads what <see cref="IsToldTo"/> depends on.</summary>
    public virtual Task PrepareAsync(Access access) => Task.CompletedTask;

    /// <summary>A link to the one of that code; to the code itself, without a label, when there is none.</summary>
    public Reference LinkTo(string code) => new(Path, 0, Find(code)?.Name, code);

    /// <inheritdoc/>
    public override Reference SelfOf(TDto dto) => new(Path, 0, dto.Name, dto.Code);

    /// <inheritdoc/>
    public override IQueryable<TDto> VisibleTo(IQueryable<TDto> rows, Access access) => rows;

    /// <inheritdoc/>
    public override IHalDocument? FindCoded(string code, Access access) => Find(code) is { } dto ? new Document<TDto>(dto, access) : null;
}
