using System.Globalization;
using System.Linq.Expressions;
using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Groups;

namespace OpenProject.Application.Groups;

/// <summary>
/// Rows of users who are in groups, or in none. Groups are named by id, as published requests do, or by name, as the published
/// prose has it; one that the viewer cannot see has no users for him.
/// </summary>
/// <param name="user">The user's id; that of anything else is in no group.</param>
public sealed class GroupFilter<TEntity>(Expression<Func<TEntity, long>> user) : Filter<TEntity>("group")
{
    /// <inheritdoc/>
    public override string ValueType => "[]String";

    /// <inheritdoc/>
    protected override IReadOnlyList<string> KindOperators { get; } = ["=", "!", "*", "!*"];

    /// <inheritdoc/>
    protected override Expression<Func<TEntity, bool>> Build(FilterClause clause, FilterContext context)
    {
        var groups = context.Access.Store.Rows<Group>().VisibleTo(context.Access);
        if (clause.Operator is "=" or "!")
            groups = Named(groups, [.. Some(clause)]);
        var users = UsersOf(groups, context.Access);
        var condition = user.Is(id => users.Contains(id));
        return clause.Operator.StartsWith('!') ? condition.Not() : condition;
    }

    private static IQueryable<Group> Named(IQueryable<Group> groups, List<string> names)
    {
        List<long> ids = [.. names.Select(name => long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)];
        return groups.Where(g => ids.Contains(g.Id) || names.Contains(g.Name));
    }

    private static IQueryable<long> UsersOf(IQueryable<Group> groups, Access access) =>
        access.Store.Rows<GroupMember>().Where(m => groups.Any(g => g.Id == m.GroupId)).Select(m => m.UserId);
}
