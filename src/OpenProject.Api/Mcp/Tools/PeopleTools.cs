using OpenProject.Application.Users;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Tools about people.</summary>
internal static class PeopleTools
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Of(
            "current_user", "Current user", "Who you act as: id, name, login, and whether that is an administrator.", ToolKind.Reads, [],
            call => call.Get<UserService>().FindAsync("me", call.Cancelled)) with
        {
            ResourcePath = UserResource.Location.Value + "/me", IsPublished = true,
        },
        DeclaredTool.Search(
            "search_users", "Search users", "Finds people that you may see, to learn their ids.", 100,
            [Condition.Part("search_term", "A part of the first or last name, or of the e-mail address where you may see it.", "name")], [],
            (call, query) => call.Get<UserService>().ListVisibleAsync(query, call.Cancelled)) with
        {
            IsPublished = true,
        },
    ];
}
