#pragma warning disable CA1309 // the comparisons are translated to SQL, where the column's rules count
using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;

namespace OpenProject.Application.Scim.Columns;

/// <summary>
/// What rows are ordered by (RFC 7644 section 3.4.2.3): those without value come last, or first where it goes down; equal ones
/// are told apart by their ids, upwards either way.
/// </summary>
public abstract class ScimOrder<T>
{
    /// <summary>Rows in order.</summary>
    public abstract IQueryable<T> Apply(IQueryable<T> rows, bool descending, Expression<Func<T, long>> id);

    /// <summary>The rows behind one in that order.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="descending">Whether the order goes down.</param>
    /// <param name="id">The id of a row.</param>
    /// <param name="key">The text of the last row's value (<see cref="Keys"/>); null when it has none.</param>
    /// <param name="lastId">The last row's id.</param>
    public abstract IQueryable<T> After(IQueryable<T> rows, bool descending, Expression<Func<T, long>> id, string? key, long lastId);

    /// <summary>The values of rows, by which the next page is found.</summary>
    public abstract IQueryable<ScimKey> Keys(IQueryable<T> rows, Expression<Func<T, long>> id);
}

/// <summary>Where a row is in the order.</summary>
/// <param name="Id">The row.</param>
/// <param name="Text">Its value, where that is a text.</param>
/// <param name="Number">Its value, where that is a number.</param>
/// <param name="Moment">Its value, where that is a moment.</param>
public sealed record ScimKey(long Id, string? Text, long? Number, DateTime? Moment);

/// <summary>Order by text, as the database orders it.</summary>
/// <param name="column">The text.</param>
/// <param name="always">Whether every row has one.</param>
internal sealed class ScimTextOrder<T>(Expression<Func<T, string?>> column, bool always) : ScimOrder<T>
{
    public override IQueryable<T> Apply(IQueryable<T> rows, bool descending, Expression<Func<T, long>> id)
    {
        if (always)
            return (descending ? rows.OrderByDescending(column) : rows.OrderBy(column)).ThenBy(id);
        var missing = column.Is(text => text == null);
        return (descending ? rows.OrderByDescending(missing).ThenByDescending(column) : rows.OrderBy(missing).ThenBy(column)).ThenBy(id);
    }

    public override IQueryable<T> After(IQueryable<T> rows, bool descending, Expression<Func<T, long>> id, string? key, long lastId)
    {
        var (later, missing) = (id.Is(value => value > lastId), column.Is(text => text == null));
        if (key is null)
            return rows.Where(descending ? missing.And(later).Or(missing.Not()) : missing.And(later));
        var beyond = descending ? column.Is(text => text != null && string.Compare(text, key) < 0) : column.Is(text => text != null && string.Compare(text, key) > 0);
        var behind = beyond.Or(column.Is(text => text == key).And(later));
        return rows.Where(descending || always ? behind : behind.Or(missing));
    }

    public override IQueryable<ScimKey> Keys(IQueryable<T> rows, Expression<Func<T, long>> id) =>
        rows.Select(ScimKeys.Of(id, column, (row, text) => new ScimKey(row, text, null, null)));
}

/// <summary>Order by a number.</summary>
/// <param name="column">The number.</param>
internal sealed class ScimNumberOrder<T>(Expression<Func<T, long>> column) : ScimOrder<T>
{
    public override IQueryable<T> Apply(IQueryable<T> rows, bool descending, Expression<Func<T, long>> id) =>
        (descending ? rows.OrderByDescending(column) : rows.OrderBy(column)).ThenBy(id);

    public override IQueryable<T> After(IQueryable<T> rows, bool descending, Expression<Func<T, long>> id, string? key, long lastId)
    {
        var given = long.Parse(key ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var beyond = descending ? column.Is(value => value < given) : column.Is(value => value > given);
        return rows.Where(beyond.Or(column.Is(value => value == given).And(id.Is(value => value > lastId))));
    }

    public override IQueryable<ScimKey> Keys(IQueryable<T> rows, Expression<Func<T, long>> id) =>
        rows.Select(ScimKeys.Of(id, column, (row, number) => new ScimKey(row, null, number, null)));
}

/// <summary>Order by a moment.</summary>
/// <param name="column">The moment.</param>
internal sealed class ScimMomentOrder<T>(Expression<Func<T, DateTime>> column) : ScimOrder<T>
{
    public override IQueryable<T> Apply(IQueryable<T> rows, bool descending, Expression<Func<T, long>> id) =>
        (descending ? rows.OrderByDescending(column) : rows.OrderBy(column)).ThenBy(id);

    public override IQueryable<T> After(IQueryable<T> rows, bool descending, Expression<Func<T, long>> id, string? key, long lastId)
    {
        var given = new DateTime(long.Parse(key ?? "0", System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
        var beyond = descending ? column.Is(value => value < given) : column.Is(value => value > given);
        return rows.Where(beyond.Or(column.Is(value => value == given).And(id.Is(value => value > lastId))));
    }

    public override IQueryable<ScimKey> Keys(IQueryable<T> rows, Expression<Func<T, long>> id) =>
        rows.Select(ScimKeys.Of(id, column, (row, moment) => new ScimKey(row, null, null, moment)));
}
