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
    public void Forget() => writing.UnitOfWork.Forget();

    /// <inheritdoc/>
    public Task<ScimPage> ListAsync(ScimListQuery query, ScimCall call, CancellationToken cancellationToken) => reader.ListAsync(query, call, cancellationToken);

    /// <inheritdoc/>
    public Task<ScimAnswer> FindAsync(long id, ScimCall call, CancellationToken cancellationToken) => reader.FindAsync(id, call, cancellationToken);

    /// <inheritdoc/>
    public async Task<ScimAnswer> CreateAsync(JsonElement body, ScimCall call, CancellationToken cancellationToken)
    {
        var record = ScimBody.Resource(body, type);
        ScimBody.Demand(record, type);
        var (others, externalId) = (Others(record, whole: true), KeyIn(record));
        ScimAnswer? answer = null;
        await writing.UnitOfWork.InTransactionAsync(
            async token =>
            {
                var made = Draft(Now);
                await AssignAsync(made, new ScimRecord(), record, token);
                aggregates.Add(made);
                await writing.UnitOfWork.SaveAsync(token);
                if (await writing.Identities.ChangeAsync(made.Id, call.Provider, before: null, externalId, token))
                    await writing.UnitOfWork.SaveAsync(token);
                await StoreOthersAsync(made.Id, others, call, token);
                var told = others is null ? reader.Made(made, externalId, call) : await reader.FindAsync(made.Id, call, token);
                answer = told with { Changed = Changed(new ScimRecord(), record, others) };
            },
            cancellationToken);
        return answer!;
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
                foreach (var kept in KeptByReplacing.Append(type.ExternalId).Where(kept => after[kept] is null || (after[kept] is string text && string.IsNullOrWhiteSpace(text))))
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

    /// <summary>Refuses to remove what must stay.</summary>
    protected virtual Task GuardAsync(long id, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Refuses a change that does as much.</summary>
    protected virtual Task GuardAsync(long id, ScimRecord before, ScimRecord after, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<ScimAnswer> ChangeAsync(
        long id, ScimPrecondition? precondition, ScimCall call, Func<ScimRecord, (ScimRecord After, IScimTarget? Others)> change, CancellationToken cancellationToken)
    {
        var everything = new ScimProjection();
        ScimAnswer? answer = null;
        await writing.UnitOfWork.InTransactionAsync(
            async token =>
            {
                await writing.Locks.TakeAsync(id, token);
                var scope = reader.ScopeOf(call) with { IsOwn = true };
                var row = await reader.RowAsync(id, scope, token);
                precondition?.Check(row.Version);
                var before = type.Answer(row, scope, everything).Record;
                var (after, others) = change(before);
                var entity = await aggregates.FindAsync(id, token) ?? throw ScimErrors.Missing(row.IdText);
                await AssignAsync(entity, before, after, token);
                await GuardAsync(id, before, after, token);

                // An external id is the resource's own, though it lies in another table.
                if (await writing.Identities.ChangeAsync(id, call.Provider, KeyIn(before), KeyIn(after), token))
                    entity.Touch(Now);
                await writing.UnitOfWork.SaveAsync(token);
                await StoreOthersAsync(id, others, call, token);

                // Of the state that this change has made, not of one that others make of it later.
                answer = await reader.FindAsync(id, call, token) with { Changed = Changed(before, after, others) };
            },
            cancellationToken);
        return answer!;
    }

    // What a request asks to be otherwise: names alone, as values are nobody's business but the resource's.
    private string Changed(ScimRecord before, ScimRecord after, IScimTarget? others) => string.Join(' ',
    [
        .. type.Attributes.Where(attribute => attribute.Mutability != ScimMutability.ReadOnly && attribute != others?.Attribute)
            .Where(attribute => !ScimRecord.IsSame(before[attribute], after[attribute])).Select(attribute => attribute.Name),
        .. others is { IsChanged: true } ? [others.Attribute.Name] : Array.Empty<string>(),
    ]);

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

    // Blank is as good as none.
    private string? KeyIn(ScimRecord record) => record.Text(type.ExternalId)?.Trim() is { Length: > 0 } key ? key : null;
}
