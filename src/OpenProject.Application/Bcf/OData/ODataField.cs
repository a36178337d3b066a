using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Queries.Filters;

namespace OpenProject.Application.Bcf.OData;

/// <summary>A property that a list can be filtered by, and perhaps ordered: what OData's comparisons with it are in SQL.</summary>
public abstract class ODataField<TRow>
{
    /// <summary>The condition that the property compares so with a value.</summary>
    /// <exception cref="ProblemException">It cannot be compared so, or not with that.</exception>
    public abstract Expression<Func<TRow, bool>> Compare(ODataOperator comparison, ODataValue value);

    /// <summary>The condition that the property holds a text.</summary>
    /// <exception cref="ProblemException">It is no text.</exception>
    public virtual Expression<Func<TRow, bool>> Match(ODataMatch where, string text) => throw NotSo("It is no text.");

    /// <summary>The condition that an element of the property fulfils a condition.</summary>
    /// <exception cref="ProblemException">It is no list, or lists are not asked so.</exception>
    public virtual Expression<Func<TRow, bool>> AnyOf(ODataNode? condition) => throw NotSo("It is no list.");

    /// <summary>Orders rows by the property, or leaves as refused where they cannot be.</summary>
    public virtual IOrderedQueryable<TRow> Order(IQueryable<TRow> rows, bool isDescending, bool isFirst) =>
        throw new ProblemException(new Problem.InvalidQuery("$orderby is invalid. The list is not ordered by that."));

    /// <summary>The problem of a filter that asks what cannot be asked.</summary>
    protected static ProblemException NotSo(string reason) => ODataFilterParser.Refused(reason);

    /// <summary>Orders by one expression.</summary>
    protected static IOrderedQueryable<TRow> OrderBy<TKey>(IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, bool isDescending, bool isFirst) =>
        (isFirst, isDescending) switch
        {
            (true, false) => rows.OrderBy(key),
            (true, true) => rows.OrderByDescending(key),
            (false, false) => ((IOrderedQueryable<TRow>)rows).ThenBy(key),
            (false, true) => ((IOrderedQueryable<TRow>)rows).ThenByDescending(key),
        };

    /// <summary>The pattern of texts that hold a text so.</summary>
    protected static string PatternOf(ODataMatch where, string text) => where switch
    {
        ODataMatch.Start => Text.StartingWith(text),
        ODataMatch.End => Text.EndingWith(text),
        _ => Text.Containing(text),
    };
}

/// <summary>A text, compared without regard to case.</summary>
internal sealed class ODataText<TRow>(Expression<Func<TRow, string?>> member) : ODataField<TRow>
{
    public override Expression<Func<TRow, bool>> Compare(ODataOperator comparison, ODataValue value)
    {
        var text = value.Text;
        if (text is null)
        {
            return comparison switch
            {
                ODataOperator.Equal => member.Is(m => m == null),
                ODataOperator.NotEqual => member.Is(m => m != null),
                _ => member.Is(m => false),
            };
        }

        return comparison switch
        {
            ODataOperator.Equal => member.Is(m => m == text),
            ODataOperator.NotEqual => member.Is(m => m != text),
            ODataOperator.Greater => member.Is(m => m!.CompareTo(text) > 0),
            ODataOperator.GreaterOrEqual => member.Is(m => m!.CompareTo(text) >= 0),
            ODataOperator.Less => member.Is(m => m != null && m.CompareTo(text) < 0),
            _ => member.Is(m => m != null && m.CompareTo(text) <= 0),
        };
    }

    public override Expression<Func<TRow, bool>> Match(ODataMatch where, string text)
    {
        var pattern = PatternOf(where, text);
        return member.Is(m => Text.Like(m, pattern));
    }

    public override IOrderedQueryable<TRow> Order(IQueryable<TRow> rows, bool isDescending, bool isFirst) => OrderBy(rows, member, isDescending, isFirst);
}

/// <summary>A whole number.</summary>
internal sealed class ODataNumber<TRow>(Expression<Func<TRow, int?>> member) : ODataField<TRow>
{
    public override Expression<Func<TRow, bool>> Compare(ODataOperator comparison, ODataValue value)
    {
        int? wanted = value.Text is null ? null : int.TryParse(value.Text, out var number) ? number : throw NotSo($"'{value.Text}' is no number.");
        return comparison switch
        {
            ODataOperator.Equal => member.Is(m => m == wanted),
            ODataOperator.NotEqual => member.Is(m => m != wanted),
            ODataOperator.Greater => member.Is(m => m > wanted),
            ODataOperator.GreaterOrEqual => member.Is(m => m >= wanted),
            ODataOperator.Less => member.Is(m => m < wanted),
            _ => member.Is(m => m <= wanted),
        };
    }

    public override IOrderedQueryable<TRow> Order(IQueryable<TRow> rows, bool isDescending, bool isFirst) => OrderBy(rows, member, isDescending, isFirst);
}

/// <summary>
/// A moment. It is compared as it is printed, in milliseconds: what is greater than the value that a client was told is another
/// moment.
/// </summary>
internal sealed class ODataMoment<TRow>(Expression<Func<TRow, DateTime>> member) : ODataField<TRow>
{
    public override Expression<Func<TRow, bool>> Compare(ODataOperator comparison, ODataValue value)
    {
        if (value.Text is null)
            return comparison == ODataOperator.NotEqual ? member.Is(m => true) : member.Is(m => false);
        var wanted = BcfTime.Parse(value.Text) ?? throw NotSo($"'{value.Text}' is no date.");
        var floor = wanted.AddTicks(-(wanted.Ticks % TimeSpan.TicksPerMillisecond));
        if (floor > DateTime.MaxValue.AddMilliseconds(-1))
            throw NotSo($"'{value.Text}' is no date.");
        var (isWhole, next) = (floor == wanted, floor.AddMilliseconds(1));
        var ceiling = isWhole ? floor : next;
        return comparison switch
        {
            ODataOperator.Equal => isWhole ? member.Is(m => m >= floor && m < next) : member.Is(m => false),
            ODataOperator.NotEqual => isWhole ? member.Is(m => m < floor || m >= next) : member.Is(m => true),
            ODataOperator.Greater => member.Is(m => m >= next),
            ODataOperator.GreaterOrEqual => member.Is(m => m >= ceiling),
            ODataOperator.Less => member.Is(m => m < ceiling),
            _ => member.Is(m => m < next),
        };
    }

    public override IOrderedQueryable<TRow> Order(IQueryable<TRow> rows, bool isDescending, bool isFirst) => OrderBy(rows, member, isDescending, isFirst);
}
