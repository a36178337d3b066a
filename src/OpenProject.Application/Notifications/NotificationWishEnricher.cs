using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Application.Users;
using OpenProject.Domain.Notifications;

namespace OpenProject.Application.Notifications;

/// <summary>Tells what users want to be told of; one statement for all. A project that the viewer does not see is named without a title.</summary>
public sealed class NotificationWishEnricher(IReadStore store) : IEnricher<UserPreferencesDto>
{
    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<UserPreferencesDto> rows, Access access, CancellationToken cancellationToken)
    {
        List<long> ids = [.. rows.Select(r => r.Id)];
        var visible = access.VisibleProjects();
        var settings = (await store.ListAsync(
            store.Rows<NotificationSetting>().Where(s => ids.Contains(s.UserId)).OrderBy(s => s.ProjectId)
                .Select(s => new { Setting = s, s.Project!.Name, Kind = s.Project == null ? null : (Domain.Projects.ProjectKind?)s.Project.Kind, IsSeen = s.ProjectId != null && visible.Contains(s.ProjectId.Value) }),
            cancellationToken)).ToLookup(s => s.Setting.UserId);
        foreach (var row in rows)
        {
            var said = settings[row.Id]
                .Select(s => new WishInProject(s.Setting.ProjectId, WorkspacePaths.Link(s.Setting.ProjectId, s.IsSeen ? s.Name : null, s.Kind), s.Setting.Wish())).ToList();
            row.Notifications = new NotificationWishes(said.Count > 0 ? said : [new WishInProject(null, null, NotificationSetting.Usual(row.Id).Wish())]);
        }
    }
}
