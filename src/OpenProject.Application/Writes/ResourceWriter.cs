using AutoMapper;
using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Common;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Writes;

/// <summary>
/// Writes resources as their declarations and contracts say: prepare, validate, commit. A form is the same without the
/// last step, so nothing is decided twice.
/// </summary>
public sealed class ResourceWriter(
    ResourceReader reader,
    Access access,
    IMapper mapper,
    DeclaredRules rules,
    SchemaBuilder schemas,
    FormBuilder forms,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    /// <summary>The current time, UTC.</summary>
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Stores a new resource and returns its id.</summary>
    /// <param name="plan">How the resource is written.</param>
    /// <param name="entity">The blank aggregate.</param>
    /// <param name="changes">What the request sends.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="completed">Completes the blank row with what no map can know; null for nothing.</param>
    public async Task<TEntity> CreateAsync<TEntity, TDto>(
        WritePlan<TEntity, TDto> plan, TEntity entity, ChangeSet<TEntity, TDto> changes, CancellationToken cancellationToken, Action<TDto>? completed = null)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var draft = await ValidatedAsync(plan, NewDraft(entity, changes, completed), cancellationToken);
        ThrowIfInvalid(draft);
        plan.Aggregates.Add(entity);
        await plan.SaveAsync(draft, unitOfWork, cancellationToken);
        return entity;
    }

    /// <summary>Stores changes of a resource; leaves as not found when it is not visible.</summary>
    public async Task UpdateAsync<TEntity, TDto>(
        WritePlan<TEntity, TDto> plan, long id, ChangeSet<TEntity, TDto> changes, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var draft = await ValidatedAsync(plan, await DraftOfAsync(plan, id, changes, needsLockVersion: true, cancellationToken), cancellationToken);
        ThrowIfInvalid(draft);
        await plan.SaveAsync(draft, unitOfWork, cancellationToken);
    }

    /// <summary>The form for a new resource.</summary>
    public async Task<Form<TEntity, TDto>> CreateFormAsync<TEntity, TDto>(
        WritePlan<TEntity, TDto> plan,
        TEntity entity,
        ChangeSet<TEntity, TDto> changes,
        FormLinks links,
        CancellationToken cancellationToken,
        Action<TDto>? completed = null)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var draft = await ValidatedAsync(plan, NewDraft(entity, changes, completed), cancellationToken);
        return await forms.BuildAsync(plan.Resource, draft, links, cancellationToken);
    }

    /// <summary>The form for changes of a resource; leaves as not found when it is not visible.</summary>
    public async Task<Form<TEntity, TDto>> UpdateFormAsync<TEntity, TDto>(
        WritePlan<TEntity, TDto> plan, long id, ChangeSet<TEntity, TDto> changes, FormLinks links, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var draft = await ValidatedAsync(plan, await DraftOfAsync(plan, id, changes, needsLockVersion: false, cancellationToken), cancellationToken);
        return await forms.BuildAsync(plan.Resource, draft, links, cancellationToken);
    }

    /// <summary>The schema of a resource as the viewer may write it, without the allowed values that only forms list.</summary>
    public async Task<SchemaDocument> SchemaAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, TEntity entity, string selfHref, CancellationToken cancellationToken, Action<TDto>? completed = null)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var draft = NewDraft(entity, ChangeSet<TEntity, TDto>.Empty, completed);
        draft.Permissions = await PermissionsInAsync(resource.ProjectOfEntity?.Invoke(entity));
        var schema = await schemas.BuildAsync(resource, draft, listsAllowed: false, cancellationToken);
        return schema with { SelfHref = selfHref };
    }

    /// <summary>
    /// The aggregate behind a visible resource, to be removed or acted on; leaves as not found when it is not visible.
    /// What the viewer may do with it is the caller's question, answered by the row beside it.
    /// </summary>
    public async Task<(TEntity Entity, TDto Row)> TakeAsync<TEntity, TDto>(WritePlan<TEntity, TDto> plan, long id, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var row = await reader.RowAsync(plan.Resource, id, cancellationToken);
        var entity = await plan.Aggregates.FindAsync(id, cancellationToken)
            ?? throw new ProblemException(new Problem.NotFound(plan.Resource.NotFoundMessage));
        return (entity, row);
    }

    /// <summary>The permissions that decide about writes of a resource in a project, or outside of any.</summary>
    public async Task<PermissionSet> PermissionsInAsync(long? projectId)
    {
        var everywhere = await access.GlobalAsync();
        return projectId is { } id and > 0 ? everywhere.Union(await access.InProjectAsync(id)) : everywhere;
    }

    private Draft<TEntity, TDto> NewDraft<TEntity, TDto>(TEntity entity, ChangeSet<TEntity, TDto> changes, Action<TDto>? completed)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var row = mapper.Map<TDto>(entity);
        completed?.Invoke(row);
        return new Draft<TEntity, TDto>(entity, row, changes, isNew: true, access, Now);
    }

    private async Task<Draft<TEntity, TDto>> DraftOfAsync<TEntity, TDto>(
        WritePlan<TEntity, TDto> plan, long id, ChangeSet<TEntity, TDto> changes, bool needsLockVersion, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var (entity, row) = await TakeAsync(plan, id, cancellationToken);
        if (entity is ILockVersioned versioned && changes.LockVersion != versioned.LockVersion && (needsLockVersion || changes.LockVersion is not null))
        {
            await plan.Contract.AuthorizeAsync(await WithPermissionsAsync(plan, NewestDraft(entity, row, changes)), cancellationToken);
            throw new ProblemException(new Problem.Conflict());
        }

        return NewestDraft(entity, row, changes);
    }

    private Draft<TEntity, TDto> NewestDraft<TEntity, TDto>(TEntity entity, TDto row, ChangeSet<TEntity, TDto> changes)
        where TEntity : class
        where TDto : class, IResourceDto =>
        new(entity, row, changes, isNew: false, access, Now);

    private async Task<Draft<TEntity, TDto>> WithPermissionsAsync<TEntity, TDto>(WritePlan<TEntity, TDto> plan, Draft<TEntity, TDto> draft)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        draft.Permissions = await PermissionsInAsync(plan.Resource.ProjectOfEntity?.Invoke(draft.Entity));
        return draft;
    }

    private async Task<Draft<TEntity, TDto>> ValidatedAsync<TEntity, TDto>(
        WritePlan<TEntity, TDto> plan, Draft<TEntity, TDto> draft, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        // What may be written is judged in the project as it was; a new resource has only the project it is sent to.
        if (!draft.IsNew)
            await WithPermissionsAsync(plan, draft);
        foreach (var error in draft.Changes.Errors)
            draft.Refuse(error);
        foreach (var change in draft.Changes.Changes.Where(c => c.Field.AppliesTo is null))
            Apply(draft, change);
        if (draft.IsNew)
            await WithPermissionsAsync(plan, draft);
        await plan.Contract.AuthorizeAsync(draft, cancellationToken);
        await DeriveAsync(plan, draft, cancellationToken);
        draft.Dto = mapper.Map<TDto>(draft.Entity);
        if (draft.Dto is IDraftedDto drafted)
            drafted.CopyUnmapped(draft.Original);
        draft.AfterMapping?.Invoke(draft.Dto);
        Customize(plan.Resource, draft);
        foreach (var change in draft.Changes.Changes.Where(c => c.Field.Applies(draft)))
        {
            if (!change.Field.IsWritable(draft) && change.Differs(draft.Original))
                draft.Refuse(new FieldError(change.Field.Name, $"{change.Field.Label} was attempted to be written but is not writable.", FieldErrorKind.ReadOnly));
        }

        await rules.CheckAsync(plan.Resource, draft, cancellationToken);
        foreach (var failure in (await plan.Contract.ValidateAsync(draft, cancellationToken)).Errors)
            draft.Refuse(failure.PropertyName, failure.ErrorMessage);
        return draft;
    }

    // Which fields of the installation's a resource has is known when all else is.
    private static void Customize<TEntity, TDto>(Resource<TEntity, TDto> resource, Draft<TEntity, TDto> draft)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        if (!resource.HasDefinedFields || draft.Entity is not ICustomized entity || draft.Dto is not ICustomizedDto dto || draft.Original is not ICustomizedDto original)
            return;
        foreach (var change in draft.Changes.Changes.Where(c => c.Field.AppliesTo is not null && c.Field.Applies(draft)))
            Apply(draft, change);
        foreach (var field in resource.Fields.Where(f => f.Defaulting is not null && f.Applies(draft.Dto) && !draft.Sent(f.Name)))
        {
            if (draft.IsNew || !field.Applies(draft.Original))
                field.Defaulting!(draft);
        }

        dto.Custom = original.Custom.With(entity);
    }

    private static void Apply<TEntity, TDto>(Draft<TEntity, TDto> draft, Change<TEntity, TDto> change)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        if (change.Field.HasWriter && change.Differs(draft.Original))
            draft.Attempt(() => change.Apply(draft));
    }

    private static async Task DeriveAsync<TEntity, TDto>(
        WritePlan<TEntity, TDto> plan, Draft<TEntity, TDto> draft, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        try
        {
            await plan.Contract.DeriveAsync(draft, cancellationToken);
        }
        catch (BrokenRule broken)
        {
            draft.Refuse(broken.Member, broken.Message);
        }
    }

    private static void ThrowIfInvalid<TEntity, TDto>(Draft<TEntity, TDto> draft)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        if (draft.Errors.Count > 0)
            throw new ProblemException(new Problem.Invalid([.. draft.Errors]));
    }
}
