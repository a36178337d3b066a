using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Reminders;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Reminders;

/// <summary>Reminders (<c>/api/v3/reminders</c>, contract component <c>ReminderModel</c>). Everybody sees his own that are still to come, of work packages that he may see.</summary>
public sealed class ReminderResource : Resource<Reminder, ReminderDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public ReminderResource()
        : base(Kind, Location, r => r.Id, title: null)
    {
        Unpaginated();
        Property("id", r => r.Id);
        Property("note", r => r.Note ?? "").Length(0, Reminder.NoteLimit).Write((r, value) => r.Say(value));
        Property("remindAt", r => r.RemindAt).Required().Write((r, value, draft) => r.RemindOn(value, draft.Now));
        Link("creator", "User", [PrincipalPaths.Users], r => new Reference(PrincipalPaths.Users, r.UserId, r.UserName));
        Link<WorkPackageResource>("remindable", r => r.WorkPackageId, r => r.WorkPackageSubject);
        Sort("remindAt", r => r.RemindAt);
        OrderedBy("remindAt");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/reminders");

    /// <inheritdoc/>
    public static string Kind => "Reminder";

    /// <summary>None: each is found in a list.</summary>
    public override IReadOnlyList<ResourcePath> Paths => [];

    /// <inheritdoc/>
    public override IQueryable<Reminder> VisibleTo(IQueryable<Reminder> rows, Access access)
    {
        var me = access.Viewer.UserId;
        return rows.Where(r => r.UserId == me && r.RemindedAt == null).Where(access.Within<Reminder>(r => r.WorkPackage.ProjectId, Permission.ViewWorkPackages));
    }
}
