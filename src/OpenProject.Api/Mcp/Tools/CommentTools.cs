using System.Text.Json.Nodes;
using OpenProject.Application.Activities;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Activities;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Tools about what is said of work packages.</summary>
internal static class CommentTools
{
    private static readonly Argument<long> WorkPackage = Arguments.WorkPackage("work_package_id", "The work package.").Required();
    private static readonly Argument<string> Comment = Arguments.Text("comment", "What to say, in Markdown.").Required();
    private static readonly Argument<bool> Internal = Arguments.Flag("internal", "Whether only those see it who may see internal comments; false when not given.");

    private static readonly Argument<long> Id = Arguments.Id("id", "The comment.").Required();
    private static readonly Argument<string> Reaction = Arguments.OneOf("reaction", "The sign.", [.. Emojis.All.Keys.Order(StringComparer.Ordinal)]).Required();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Search(
            "list_work_package_comments", "List work package comments", "What was said about a work package, the newest comment first, with the reactions to it.", 40, [],
            [WorkPackage], ListAsync) with
        {
            IsPublished = true,
        },
        DeclaredTool.Of(
            "create_work_package_comment", "Comment on work package", "Says something about a work package, as you.", ToolKind.Creates, [WorkPackage, Comment, Internal], CreateAsync) with
        {
            IsPublished = true, CanKeepQuiet = true,
        },
        DeclaredTool.Of(
            "update_work_package_comment", "Update comment", "Says something else instead of a comment.", ToolKind.Updates, [Id, Comment],
            call => call.Get<ActivityService>().UpdateAsync(
                call.Of(Id), call.Changes<WorkPackageJournal, ActivityDto>(new JsonObject { ["comment"] = new JsonObject { ["raw"] = call.Of(Comment) } }), call.Cancelled)) with
        {
            CanKeepQuiet = true,
        },
        new DeclaredTool(
            "toggle_reaction", "React to comment", "Adds your reaction to a comment, or takes it back when it is there; answers all reactions to it.", ToolKind.Creates, [Id, Reaction],
            ToolOutput.Search(typeof(EmojiReactionDto)), ToggleAsync),
    ];

    private static async Task<ToolResult> ToggleAsync(ToolCall call)
    {
        var changes = call.Changes<EmojiReaction, EmojiReactionDto>(new JsonObject { ["reaction"] = call.Of(Reaction) });
        var query = new CollectionQuery { Path = ActivityResource.Location.Of(call.Of(Id)) + "/emoji_reactions" };
        return SearchResult.Of(await call.Get<EmojiReactionService>().ToggleAsync(call.Of(Id), changes, query, call.Cancelled));
    }

    private static async Task<Page<ActivityDto>> ListAsync(ToolCall call, CollectionQuery query)
    {
        var id = call.Of(WorkPackage);
        var page = await call.Get<ActivityService>().ListCommentsAsync(id, query.Within(id), call.Cancelled);
        var reactions = await call.Get<EmojiReactionService>().OfAsync([.. page.Items.Select(a => a.Id)], call.Cancelled);
        return page with { Elements = [.. page.Items.Select(a => new Document<ActivityDto>(a, page.Access, With([.. reactions[a.Id]], a.Id, page)))] };
    }

    private static EmbeddedSet? With(List<EmojiReactionDto> reactions, long activityId, Page<ActivityDto> page)
    {
        if (reactions.Count == 0)
            return null;
        var query = new CollectionQuery { Path = ActivityResource.Location.Of(activityId) + "/emoji_reactions" };
        var set = new EmbeddedSet();
        set.Add(new NamedDocument("emojiReactions", new Page<EmojiReactionDto>(reactions, reactions.Count, query, page.Access)));
        return set;
    }

    private static Task<Document<ActivityDto>> CreateAsync(ToolCall call)
    {
        var body = new JsonObject { ["comment"] = new JsonObject { ["raw"] = call.Of(Comment) }, ["internal"] = call.Of(Internal) };
        return call.Get<CommentService>().CreateAsync(call.Of(WorkPackage), call.Changes<WorkPackageJournal, ActivityDto>(body), call.Cancelled);
    }
}
