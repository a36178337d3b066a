using System.Globalization;
using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Capabilities;

/// <summary>
/// How far a page of one principal's capabilities can reach. They are ordered by project, and wherever he has any he has one that
/// every role brings, so as many projects as the page has rows to its end hold all of it: a database that was not told would
/// find and order what he may do everywhere, for each page.
/// </summary>
internal static class CapabilityWindow
{
    /// <summary>The last project that the page can reach; null when that is not known, or he has not so many.</summary>
    /// <param name="resource">What tells the spellings of a filter.</param>
    /// <param name="access">Who asks.</param>
    /// <param name="query">What is asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<long?> EndAsync(CapabilityResource resource, Access access, CollectionQuery query, CancellationToken cancellationToken)
    {
        if (query.PageSize is not { } size || size == 0 || !IsInOrder(query) || PrincipalOf(resource, access, query) is not { } principalId || !IsWhollySeen(access, principalId))
            return null;
        var store = access.Store;
        var person = store.Rows<User>().Where(u => u.Id == principalId && u.Kind == PrincipalKind.User && u.Status != UserStatus.Locked);
        var memberships = store.Rows<Membership>().Where(m => m.PrincipalId == principalId);
        var projects = store.Rows<Project>()
            .Where(p => p.Active && (memberships.Any(m => m.ProjectId == p.Id) || (p.Public && person.Any()) || person.Any(u => u.Admin)));
        var skipped = (int)Math.Min(((long)query.Offset * size) - 1, int.MaxValue);
        return await store.FirstOrDefaultAsync(projects.OrderBy(p => p.Id).Select(p => (long?)p.Id).Skip(skipped).Take(1), cancellationToken);
    }

    private static bool IsInOrder(CollectionQuery query) => query.Sorts.All(sort => sort is { Name: "id", IsDescending: false });

    // Of others than himself only administrators see all.
    private static bool IsWhollySeen(Access access, long principalId) => access.Viewer.IsAdmin || access.Viewer.UserId == principalId;

    private static long? PrincipalOf(CapabilityResource resource, Access access, CollectionQuery query) => query.Filters switch
    {
        null or [] => access.Viewer.UserId,
        [{ Operator: "=", Values: [var value] } clause] when resource.FindFilter(clause.Name)?.Name == "principal" =>
            value == "me" ? access.Viewer.UserId
            : long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
            : null,
        _ => null,
    };
}
