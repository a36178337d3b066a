using System.Globalization;
using System.Linq.Expressions;

namespace OpenProject.Application.Queries.Filters;

/// <summary>Rows whose number compares with the value.</summary>
/// <param name="name">The API's name.</param>
/// <param name="member">The stored number.</param>
/// <param name="scale">Stored units in one unit of the API: 60 where minutes are stored and hours are asked for.</param>
public sealed class NumberFilter<TEntity>(string name, Expression<Func<TEntity, double?>> member, int scale = 1) : Filter<TEntity>(name)
{
    /// <inheritdoc/>
    public override string ValueType => scale == 1 ? "Integer" : "Float";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = ["=", "!", ">=", "<=", "!*", "*"];

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context)
    {
        switch (clause.Operator)
        {
            case "*":
                return member.Is(v => v != null);
            case "!*":
                return member.Is(v => v == null);
        }

        List<double> values = [.. Some(clause).Select(Parse)];
        var first = values[0];
        return clause.Operator switch
        {
            "=" => member.Is(v => v != null && values.Contains(v.Value)),
            "!" => member.Is(v => v == null || !values.Contains(v.Value)),
            ">=" => member.Is(v => v >= first),
            _ => member.Is(v => v <= first),
        };
    }

    private double Parse(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number * scale
            : throw InvalidValues();
}
