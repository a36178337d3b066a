using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Activities;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Activities;

namespace OpenProject.Api.V3.Activities;

/// <summary>What people feel about activities.</summary>
[Route("api/v3/emoji_reactions")]
public sealed class EmojiReactionsController(EmojiReactionService reactions) : V3Controller
{
    /// <summary>List the reactions to the activities of a work package.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The reactions to those activities that the client may see.</response>
    /// <response code="404">The work package is missing, or the client may not see it.</response>
    [HttpGet("/api/v3/work_packages/{id:long}/activities_emoji_reactions", Name = "list_work_package_activities_emoji_reactions")]
    public async Task<ActionResult<Page<EmojiReactionDto>>> ListOfWorkPackage(long id, CancellationToken cancellationToken) =>
        await reactions.ListOfWorkPackageAsync(id, Whole(), cancellationToken);

    /// <summary>List the reactions to an activity.</summary>
    /// <param name="id">The activity's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The reactions, one element a sign.</response>
    /// <response code="404">The activity is missing, or the client may not see it.</response>
    [HttpGet("/api/v3/activities/{id:long}/emoji_reactions", Name = "list_activity_emoji_reactions")]
    public async Task<ActionResult<Page<EmojiReactionDto>>> List(long id, CancellationToken cancellationToken) =>
        await reactions.ListOfAsync(id, Whole(), cancellationToken);

    /// <summary>React to an activity, or take the reaction back.</summary>
    /// <param name="id">The activity's id.</param>
    /// <param name="changes">The sign's name.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The reactions, one element a sign.</response>
    /// <response code="400">There is no sign of that name.</response>
    /// <response code="403">The client may not react there.</response>
    /// <response code="404">The activity is missing, or the client may not see it.</response>
    [HttpPatch("/api/v3/activities/{id:long}/emoji_reactions", Name = "toggle_activity_emoji_reaction")]
    public async Task<ActionResult<Page<EmojiReactionDto>>> Toggle(
        long id, [FromBody] ChangeSet<EmojiReaction, EmojiReactionDto> changes, CancellationToken cancellationToken) =>
        await reactions.ToggleAsync(id, changes, Whole(), cancellationToken);

    /// <summary>View the reactions to an activity with one sign.</summary>
    /// <param name="id">The activity's id, a dash and the sign's name.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">Who reacted so.</response>
    /// <response code="404">Nobody did, or the client may not see the activity.</response>
    [HttpGet("{id}", Name = "view_emoji_reaction")]
    public async Task<ActionResult<Document<EmojiReactionDto>>> Show(string id, CancellationToken cancellationToken) =>
        await reactions.FindAsync(id, cancellationToken);
}
