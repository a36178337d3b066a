using System.Linq.Expressions;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Bcf;

/// <summary>
/// How BCF names people: by their mail address (BCF API 2.1 section 4.2.2 recommends it), and who has none (groups, placeholders, the
/// server's own users) by the name.
/// </summary>
internal static class BcfUsers
{
    /// <summary>The condition that somebody is named so.</summary>
    public static Expression<Func<Principal, bool>> Named(string name) =>
        p => ((User)p).Email == name || (((User)p).Email == null && p.Name == name);
}
