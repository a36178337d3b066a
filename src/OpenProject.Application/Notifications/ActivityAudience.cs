using System.Runtime.CompilerServices;
using OpenProject.Application.Common;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Activities;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Notifications;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Notifications;

/// <summary>
/// Who is to be told of some activities, and why. Everything that has to be known of the activities is asked once for all of them, and of
/// people for some hundred at a time, so that an installation of many takes no more memory than one of few.
/// </summary>
internal sealed class ActivityAudience(IReadStore store, IReadOnlyList<WorkPackageJournal> activities)
{
    private const int PeopleAtOnce = 500;
    private const int NotificationsAtOnce = 1000;

    private readonly Dictionary<long, (IReadOnlySet<long> Ids, IReadOnlySet<string> Logins)> mentions = [];
    private readonly Dictionary<long, Involved> involved = [];
    private Dictionary<long, WorkPackageJournal> before = [];
    private Dictionary<long, long> projects = [];
    private ILookup<long, long> watchers = Array.Empty<long>().ToLookup(id => id);
    private ILookup<long, long> members = Array.Empty<long>().ToLookup(id => id);
    private Dictionary<string, long> logins = [];
    private ILookup<long, NotificationSetting> settings = Array.Empty<NotificationSetting>().ToLookup(s => s.UserId);
    private HashSet<(long Project, long User)> spectators = [];
    private HashSet<(long Project, long User)> insiders = [];
    private HashSet<(long Activity, long User)> told = [];
    private Dictionary<long, long> editors = [];

    /// <summary>Asks what has to be known, and returns a notification for each who is to be told and has not been; some at a time.</summary>
    public async IAsyncEnumerable<IReadOnlyCollection<Notification>> NotificationsAsync(DateTime now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await LoadChangesAsync(cancellationToken);
        await LoadInvolvedAsync(cancellationToken);
        foreach (var people in (await ConcernedAsync(cancellationToken)).Chunk(PeopleAtOnce))
        {
            await LoadPeopleAsync([.. people], cancellationToken);
            foreach (var notifications in activities.SelectMany(activity => Of(activity, people, now)).Chunk(NotificationsAtOnce))
                yield return notifications;
        }
    }

    private IEnumerable<Notification> Of(WorkPackageJournal activity, long[] people, DateTime now)
    {
        var projectId = projects.GetValueOrDefault(activity.WorkPackageId);
        var change = WorkPackageChange.Of(activity, before.GetValueOrDefault(activity.Id));
        var concerned = involved[activity.Id];

        // Who last said it otherwise brought it about, and the author knows what is his.
        var actor = editors.GetValueOrDefault(activity.Id, activity.UserId);
        foreach (var userId in people)
        {
            if (!settings.Contains(userId) && !concerned.Includes(userId))
                continue;
            if (userId == activity.UserId || userId == actor || told.Contains((activity.Id, userId)) || !spectators.Contains((projectId, userId)))
                continue;
            if (activity.Internal && !insiders.Contains((projectId, userId)))
                continue;
            if (SettingOf(userId, projectId).ReasonFor(change, concerned.Of(userId)) is { } reason)
                yield return Notification.OfActivity(userId, activity, actor, reason, now);
        }
    }

    private Involved InvolvedIn(WorkPackageJournal activity)
    {
        var (ids, names) = mentions[activity.Id];
        return new Involved(
            [.. ids.SelectMany(Expand), .. names.Select(n => logins.GetValueOrDefault(n)).Where(id => id != 0)],
            activity.AssigneeId is { } assignee ? [.. Expand(assignee)] : [],
            activity.ResponsibleId is { } responsible ? [.. Expand(responsible)] : [],
            [.. watchers[activity.WorkPackageId]]);
    }

    private IEnumerable<long> Expand(long principalId) => members[principalId].Append(principalId);

    // What he says of the project counts, else what he says of all others, else what is usual.
    private NotificationSetting SettingOf(long userId, long projectId) =>
        settings[userId].FirstOrDefault(s => s.ProjectId == projectId) ?? settings[userId].FirstOrDefault(s => s.ProjectId == null) ?? NotificationSetting.Usual(userId);

    private async Task LoadChangesAsync(CancellationToken cancellationToken)
    {
        List<long> ids = [.. activities.Select(a => a.Id)], workPackageIds = [.. activities.Select(a => a.WorkPackageId).Distinct()];
        var journals = store.Rows<WorkPackageJournal>();
        before = (await store.ListAsync(
            from a in journals
            where ids.Contains(a.Id)
            from b in journals
            where b.WorkPackageId == a.WorkPackageId && b.Version == a.Version - 1
            select new { a.Id, Before = b },
            cancellationToken)).ToDictionary(p => p.Id, p => p.Before);
        projects = (await store.ListAsync(
            store.Rows<WorkPackage>().Where(w => workPackageIds.Contains(w.Id)).Select(w => new { w.Id, w.ProjectId }), cancellationToken)).ToDictionary(w => w.Id, w => w.ProjectId);
        watchers = (await store.ListAsync(store.Rows<Watcher>().Where(w => workPackageIds.Contains(w.WorkPackageId)), cancellationToken))
            .ToLookup(w => w.WorkPackageId, w => w.UserId);
        editors = (await store.ListAsync(
            store.Rows<CommentEdit>().Where(e => ids.Contains(e.JournalId) && e.Type == CommentEdit.TextUpdated).OrderBy(e => e.Id).Select(e => new { e.JournalId, e.UserId }),
            cancellationToken)).GroupBy(e => e.JournalId).ToDictionary(edits => edits.Key, edits => edits.Last().UserId);
        foreach (var activity in activities)
            mentions[activity.Id] = Mentions.In(TextsOf(activity));
    }

    // What was said already has been told of.
    private string TextsOf(WorkPackageJournal activity) =>
        $"{activity.Notes}\n{(before.GetValueOrDefault(activity.Id)?.Description == activity.Description ? "" : activity.Description)}";

    private async Task LoadInvolvedAsync(CancellationToken cancellationToken)
    {
        List<long> named = [.. activities.SelectMany(a => mentions[a.Id].Ids.Concat([a.AssigneeId ?? 0, a.ResponsibleId ?? 0])).Distinct()];
        List<string> names = [.. mentions.Values.SelectMany(m => m.Logins).Distinct(StringComparer.OrdinalIgnoreCase)];
        members = (await store.ListAsync(store.Rows<GroupMember>().Where(m => named.Contains(m.GroupId)), cancellationToken)).ToLookup(m => m.GroupId, m => m.UserId);
        if (names.Count > 0)
        {
            var known = await store.ListAsync(store.Rows<User>().Where(u => u.Login != null && names.Contains(u.Login)).Select(u => new { u.Login, u.Id }), cancellationToken);
            logins = known.ToDictionary(u => u.Login!, u => u.Id, StringComparer.OrdinalIgnoreCase);
        }

        foreach (var activity in activities)
            involved[activity.Id] = InvolvedIn(activity);
    }

    private IQueryable<NotificationSetting> Counting(List<long> projectIds) =>
        store.Rows<NotificationSetting>().Where(s => s.ProjectId == null || projectIds.Contains(s.ProjectId.Value));

    // Whoever is involved, and whoever wants to know of what happens in any of the projects.
    private async Task<IEnumerable<long>> ConcernedAsync(CancellationToken cancellationToken)
    {
        var curious = await store.ListAsync(
            Counting([.. projects.Values.Distinct()]).Where(s => s.WorkPackageCreated || s.WorkPackageCommented || s.WorkPackageProcessed || s.WorkPackagePrioritized || s.WorkPackageScheduled)
                .Select(s => s.UserId).Distinct(),
            cancellationToken);
        return curious.Union(involved.Values.SelectMany(i => i.All));
    }

    private async Task LoadPeopleAsync(List<long> people, CancellationToken cancellationToken)
    {
        List<long> ids = [.. activities.Select(a => a.Id)], projectIds = [.. projects.Values.Distinct()];
        told = [.. (await store.ListAsync(
            store.Rows<Notification>().Where(n => n.ActivityId != null && ids.Contains(n.ActivityId.Value) && people.Contains(n.RecipientId))
                .Select(n => new { Activity = n.ActivityId!.Value, n.RecipientId }),
            cancellationToken)).Select(n => (n.Activity, n.RecipientId))];
        settings = (await store.ListAsync(Counting(projectIds).Where(s => people.Contains(s.UserId)), cancellationToken)).ToLookup(s => s.UserId);
        spectators = await HoldersAsync(projectIds, people, Permission.ViewWorkPackages, cancellationToken);
        insiders = activities.Any(a => a.Internal) ? await HoldersAsync(projectIds, people, Permission.ViewInternalComments, cancellationToken) : [];
    }

    private async Task<HashSet<(long Project, long User)>> HoldersAsync(
        List<long> projectIds, List<long> people, Domain.Roles.Permission permission, CancellationToken cancellationToken) =>
        [.. (await store.ListAsync(Spectators.Among(projectIds, people, permission, store), cancellationToken)).Select(s => (s.ProjectId, s.UserId))];

    private sealed record Involved(HashSet<long> Mentioned, HashSet<long> Assignees, HashSet<long> Responsible, HashSet<long> Watching)
    {
        public IEnumerable<long> All => Mentioned.Union(Assignees).Union(Responsible).Union(Watching);

        public bool Includes(long userId) =>
            Mentioned.Contains(userId) || Assignees.Contains(userId) || Responsible.Contains(userId) || Watching.Contains(userId);

        public Involvement Of(long userId) => new(Mentioned.Contains(userId), Assignees.Contains(userId), Responsible.Contains(userId), Watching.Contains(userId));
    }
}
