using System.Text.Json;
using OpenProject.Application.Groups;
using OpenProject.Application.Memberships;
using OpenProject.Application.Roles;
using OpenProject.Domain.Memberships;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Tools about who is in which project, and as what.</summary>
internal static class MembershipTools
{
    private const string BodyText =
        "As API v3 takes it: {\"_links\":{\"project\":{\"href\":\"/api/v3/projects/1\"},\"principal\":{\"href\":\"/api/v3/users/2\"},\"roles\":[{\"href\":\"/api/v3/roles/3\"}]}}.";

    private static readonly Argument<long> Id = Arguments.Id("id", "The membership.").Required();
    private static readonly Argument<JsonElement> Body = Arguments.Body("data", BodyText).Required();
    private static readonly Argument<bool> Confirm = Arguments.Flag("confirm", "Whether to remove it; otherwise it is only told what would be removed.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Search(
            "list_memberships", "List memberships", "Who is a member of which project, in which roles.", 100,
            [
                Condition.Id("project_id", "Those of this project.", "project"),
                Condition.Id("principal_id", "Those of this user or group.", "principal"),
                Condition.Part("name", "A part of the member's name.", "name"),
            ],
            [],
            (call, query) => call.Get<MembershipService>().ListAsync(query, call.Cancelled)),
        DeclaredTool.Of(
            "add_member", "Add member", "Makes somebody a member of a project, and tells him.", ToolKind.Creates, [Body],
            call => call.Get<MembershipService>().CreateAsync(call.Changes<Membership, MembershipDto>(call.Of(Body)), call.Cancelled)),
        DeclaredTool.Of(
            "update_member", "Update member", "Gives a member other roles.", ToolKind.Updates, [Id, Body],
            call => call.Get<MembershipService>().UpdateAsync(call.Of(Id), call.Changes<Membership, MembershipDto>(call.Of(Body)), call.Cancelled)),
        new DeclaredTool(
            "remove_member", "Remove member", "Ends a membership. Without confirm it tells whose.", ToolKind.Removes, [Id, Confirm], ToolOutput.Previewed(typeof(MembershipDto)), RemoveAsync),
        DeclaredTool.Search(
            "list_groups", "List groups", "Groups that you may see.", 100, [Condition.Part("name", "A part of the name.", "name")], [],
            (call, query) => call.Get<GroupService>().ListAsync(query, call.Cancelled)),
        DeclaredTool.Whole(
            "list_roles", "List roles", "The roles that members can have.", [],
            (call, query) => call.Get<RoleService>().ListAsync(query, call.Cancelled)),
    ];

    private static async Task<ToolResult> RemoveAsync(ToolCall call)
    {
        var memberships = call.Get<MembershipService>();
        var document = await memberships.FindAsync(call.Of(Id), call.Cancelled) with { Embedded = null };
        var isPreview = !call.Of(Confirm);
        if (!isPreview)
            await memberships.DeleteAsync(call.Of(Id), call.Cancelled);
        return new ToolResult((json, scope) =>
        {
            json.WriteStartObject();
            json.WriteBoolean("preview", isPreview);
            if (isPreview)
                json.WriteString("hint", "Nothing was removed. Call it again with confirm true to end the membership.");
            scope.WriteMembers(json, document);
            json.WriteEndObject();
        });
    }
}
