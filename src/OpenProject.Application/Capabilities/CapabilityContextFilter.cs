using System.Globalization;
using System.Linq.Expressions;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;

namespace OpenProject.Application.Capabilities;

/// <summary>Capabilities in projects, named <c>w3</c> or, as before there were other workspaces, <c>p3</c>, or in none: <c>g</c>.</summary>
public sealed class CapabilityContextFilter() : Filter<CapabilityRow>("context")
{
    /// <inheritdoc/>
    public override string ValueType => "[]String";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = ["=", "!"];

    /// <summary>What stands for the context of what is done in no project.</summary>
    public const long Nowhere = 0;

    /// <summary>The project that a context names, <see cref="Nowhere"/> for none; null when it names nothing.</summary>
    public static long? Parse(string context) => context switch
    {
        "g" => Nowhere,
        ['p' or 'w', .. var id] when long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var projectId) && projectId > 0 => projectId,
        _ => null,
    };

    /// <inheritdoc/>
    protected override Expression<Func<CapabilityRow, bool>> Build(FilterClause clause, FilterContext context)
    {
        var contexts = Some(clause).Select(value => Parse(value) ?? throw InvalidValues()).ToList();
        var (projects, isAnyGlobal) = (contexts.Where(id => id != Nowhere).ToList(), contexts.Contains(Nowhere));
        Expression<Func<CapabilityRow, bool>> among = (projects.Count, isAnyGlobal) switch
        {
            (0, _) => c => c.ProjectId == null,
            (_, false) => c => c.ProjectId != null && projects.Contains(c.ProjectId.Value),
            _ => c => c.ProjectId == null || projects.Contains(c.ProjectId.Value),
        };
        return clause.Operator == "=" ? among : among.Not();
    }
}
