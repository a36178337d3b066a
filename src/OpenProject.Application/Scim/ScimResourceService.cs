using System.Text.Json;
using OpenProject.Application.Common;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Patches;
using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Scim;

/// <summary>
/// Lists, reads and writes the resources of one type. A change makes of the record that is stored the one that shall be, whether the
/// whole was sent or changes of it; what is the same is not written.
/// </summary>
public abstract class ScimResourceService<TEntity, TRow>(
    ScimResourceType<TEntity, TRow> type, ScimResourceReader<TEntity, TRow> reader, IAggregates<TEntity> aggregates, ScimWriting writing) : IScimResources
    where TEntity : Principal
    where TRow : ScimRow
{
    /// <inheritdoc/>
    public ScimSchema Schema => type;

    /// <summary>The current time, UTC.</summary>
    protected DateTime Now => writing.Clock.GetUtcNow().UtcDateTime;

    /// <inheritdoc/>
    public Task<ScimPage> ListAsync(ScimListQuery query, ScimCall call, CancellationToken cancellationToken) => reader.ListAsync(query, call, cancellationToken);

    /// <inheritdoc/>
    public Task<ScimAnswer> FindAsync(long id, ScimCall call, CancellationToken cancellationToken) => reader.FindAsync(id, call, cancellationToken);

    /// <inheritdoc/>
    public async Task<ScimAnswer> CreateAsync(JsonElement body, ScimCall call, CancellationToken cancellationToken)
    {
        var record = ScimBody.Resource(body, type);
        ScimBody.Demand(record, type);
        long id = 0;
        await writing.UnitOfWork.InTransactionAsync(
            async token =>
            {
                var entity = Draft(Now);
                await AssignAsync(entity, new ScimRecord(), record, token);
                aggregates.Add(entity);
                await writing.UnitOfWork.SaveAsync(token);
                id = entity.Id;
                await IdentifyAsync(entity, null, record.Text(type.ExternalId), call, token);
                await StoreOthersAsync(id, Others(record, whole: true), call, token);
            },
            cancellationToken);
        return await reader.FindAsync(id, call, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ScimAnswer> ReplaceAsync(long id, JsonElement body, ScimPrecondition? precondition, ScimCall call, CancellationToken cancellationToken)
    {
        var sent = ScimBody.Resource(body, type);
        return ChangeAsync(
            id,
            precondition,
            call,
            before =>
            {
                var after = sent.Copy();
                foreach (var kept in KeptByReplacing.Append(type.ExternalId).Where(kept => after[kept] is null or ""))
                    after.Set(kept, before[kept]);
                ScimBody.Demand(after, type);
                return (after, Others(after, whole: true));
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ScimAnswer> PatchAsync(long id, JsonElement body, ScimPrecondition? precondition, ScimCall call, CancellationToken cancellationToken)
    {
        var operations = ScimOperation.Read(body);
        return ChangeAsync(
            id,
            precondition,
            call,
            before =>
            {
                var others = Others(new ScimRecord(), whole: false);
                return (new ScimPatch(type, id, others).Apply(before.Copy(), operations), others);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(long id, ScimPrecondition? precondition, ScimCall call, CancellationToken cancellationToken) =>
        writing.UnitOfWork.InTransactionAsync(
            async token =>
            {
                await writing.Locks.TakeAsync(id, token);
                var row = await reader.RowAsync(id, reader.ScopeOf(call), token);
                precondition?.Check(row.Version);
                await GuardAsync(id, token);
                await writing.Removal.RetireAsync(id, token);
            },
            cancellationToken);

    /// <summary>Attributes that stay as they are when a whole resource is sent without them, beside the external id.</summary>
    protected virtual IReadOnlyList<ScimAttribute> KeptByReplacing => [];

    /// <summary>A blank aggregate.</summary>
    protected abstract TEntity Draft(DateTime now);

    /// <summary>Makes the aggregate say what the record says. Whatever is the same stays.</summary>
    /// <exception cref="BrokenRule">A value is no good.</exception>
    protected abstract void Write(TEntity entity, ScimRecord before, ScimRecord after);

    /// <summary>What another resource has already; null when nothing is.</summary>
    protected abstract Task<FieldError?> TakenAsync(TEntity entity, ScimRecord before, ScimRecord after, CancellationToken cancellationToken);

    /// <summary>What is stored by statements, once the resource is; null for types that have nothing such.</summary>
    /// <param name="record">What was sent.</param>
    /// <param name="whole">Whether that is the whole resource.</param>
    private protected virtual IScimTarget? Others(ScimRecord record, bool whole) => null;

    /// <summary>Stores that, in the caller's transaction.</summary>
    private protected virtual Task StoreOthersAsync(long id, IScimTarget? others, ScimCall call, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The aggregate has another external id, or none.</summary>
    private protected virtual void Identified(TEntity entity, string provider, string? before, string? after)
    {
    }

    /// <summary>Refuses to remove what must stay.</summary>
    protected virtual Task GuardAsync(long id, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<ScimAnswer> ChangeAsync(
        long id, ScimPrecondition? precondition, ScimCall call, Func<ScimRecord, (ScimRecord After, IScimTarget? Others)> change, CancellationToken cancellationToken)
    {
        var everything = new ScimProjection(type, attributes: null, excluded: null);
        await writing.UnitOfWork.InTransactionAsync(
            async token =>
            {
                await writing.Locks.TakeAsync(id, token);
                var scope = reader.ScopeOf(call);
                var row = await reader.RowAsync(id, scope, token);
                precondition?.Check(row.Version);
                var before = type.Answer(row, scope, everything).Record;
                var (after, others) = change(before);
                var entity = await aggregates.FindAsync(id, token) ?? throw ScimErrors.Missing(row.IdText);
                await AssignAsync(entity, before, after, token);
                await IdentifyAsync(entity, before.Text(type.ExternalId), after.Text(type.ExternalId), call, token);
                await writing.UnitOfWork.SaveAsync(token);
                await StoreOthersAsync(id, others, call, token);
            },
            cancellationToken);
        return await reader.FindAsync(id, call, cancellationToken);
    }

    private async Task AssignAsync(TEntity entity, ScimRecord before, ScimRecord after, CancellationToken cancellationToken)
    {
        try
        {
            Write(entity, before, after);
        }
        catch (BrokenRule broken)
        {
            throw ScimErrors.Of(ScimErrors.InvalidValue, "Invalid resource: " + broken.Message);
        }

        // The database refuses what is taken, too; but it takes that for a failure, and the log is for those.
        if (await TakenAsync(entity, before, after, cancellationToken) is { } taken)
            throw new ProblemException(new Problem.Invalid([taken]));
    }

    // An external id is the resource's own, though it lies in another table.
    private async Task IdentifyAsync(TEntity entity, string? before, string? after, ScimCall call, CancellationToken cancellationToken)
    {
        after = string.IsNullOrEmpty(after) ? null : after;
        if (before == after)
            return;
        var changed = after is null
            ? await writing.Identities.ForgetAsync(entity.Id, call.Provider, cancellationToken)
            : await writing.Identities.KeepAsync(entity.Id, call.Provider, after, cancellationToken);
        if (!changed)
            return;
        Identified(entity, call.Provider, before, after);
        entity.Touch(Now);
        await writing.UnitOfWork.SaveAsync(cancellationToken);
    }
}
