using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Domain.Meetings;

namespace OpenProject.Application.Meetings;

/// <summary>Meetings (<c>/api/v3/meetings</c>, contract component <c>MeetingModel</c>).</summary>
public sealed class MeetingResource : ProjectContentResource<Meeting, MeetingDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public MeetingResource()
        : base(Kind, ContentRights.Meetings)
    {
        Property("title", m => m.Title).Required();
        Property("lockVersion", m => m.LockVersion).Required();
        Property("location", m => m.Location).OmittedWhenNull();
        Property("startTime", m => m.StartTime).Required();
        Property("endTime", m => m.EndTime).Required();
        Property("duration", m => (m.EndTime - m.StartTime).TotalHours).Required();
        Property("createdAt", m => m.CreatedAt).Required();
        Property("updatedAt", m => m.UpdatedAt).Required();
        DeclareAuthor();
        DeclareSurroundings();
        EmbedAttachments();
        Sort("start_time", m => m.StartTime);
        OrderedBy("start_time");
    }

    /// <inheritdoc/>
    public static ResourcePath Location => ContentRights.Meetings.Path;

    /// <inheritdoc/>
    public static string Kind => "Meeting";
}
