using OpenProject.Application.Attachments;
using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Meetings;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Meetings;

/// <summary>Lists and reads meetings, and makes them, which nothing published does.</summary>
public sealed class MeetingService(
    ResourceReader reader, MeetingResource resource, ContentFileService files, WorkspaceService workspaces, ProjectContentService contents, TimeProvider clock)
{
    /// <summary>The meetings that the viewer may see.</summary>
    public Task<Page<MeetingDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, within: null, cancellationToken);

    /// <summary>The visible meetings in whose title, place or text every word occurs.</summary>
    public Task<Page<MeetingDto>> SearchAsync(string words, CollectionQuery query, CancellationToken cancellationToken) =>
        reader.SearchAsync(resource, query, words, [m => m.Title, m => m.Location, m => m.Text], cancellationToken);

    /// <summary>One meeting with its files.</summary>
    public Task<Document<MeetingDto>> FindAsync(long id, CancellationToken cancellationToken) => files.FindAsync(resource, id, cancellationToken);

    /// <summary>
    /// Stores a new meeting in a visible workspace, whose author is the viewer; leaves as forbidden for those who may not create meetings
    /// there, and as invalid when a rule is broken.
    /// </summary>
    /// <param name="workspace">The workspace's id or identifier.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="start">When it begins, UTC.</param>
    /// <param name="minutes">How long it takes.</param>
    /// <param name="location">Where; null for nothing said.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Document<MeetingDto>> CreateAsync(
        string workspace, string title, DateTime start, int minutes, string? location, CancellationToken cancellationToken)
    {
        var projectId = await workspaces.IdOfAsync(workspace, cancellationToken);
        if (!(await reader.Access.InProjectAsync(projectId)).Contains(Permission.CreateMeetings))
            throw new ProblemException(new Problem.Forbidden());
        var authorId = reader.Access.Viewer.UserId;
        var id = await contents.AddAsync(
            () =>
            {
                var meeting = Meeting.Create(projectId, authorId, title, start, minutes, clock.GetUtcNow().UtcDateTime);
                meeting.MeetAt(location);
                return meeting;
            },
            text: null,
            cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>The files of a visible meeting.</summary>
    public Task<Page<AttachmentDto>> ListFilesAsync(long id, CancellationToken cancellationToken) => files.ListAsync(resource, id, cancellationToken);

    /// <summary>Attaches a file to a visible meeting; leaves as forbidden for those who may not change it.</summary>
    public Task<Document<AttachmentDto>> AttachAsync(long id, IUpload upload, CancellationToken cancellationToken) =>
        files.CreateAsync(resource, id, upload, cancellationToken);
}
