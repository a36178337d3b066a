using System.Text.Json;
using OpenProject.Application.Notifications;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Domain.Notifications;

namespace OpenProject.Api.Hal.Readers;

/// <summary>Parses what a user wants to be told of. What is not named is not wanted; names that there are not are passed over.</summary>
internal static class NotificationWishReader
{
    public static bool Read(JsonElement json, out NotificationWishes value)
    {
        var items = new List<WishInProject>();
        value = new NotificationWishes(items);
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > NotificationWishes.Most)
            return false;
        foreach (var element in json.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Object || !ReadProject(element, out var project) || ReadWish(element) is not { } wish)
                return false;
            items.Add(new WishInProject(project?.Id, project, wish));
        }

        return true;
    }

    private static NotificationWish? ReadWish(JsonElement json)
    {
        var isRead = true;
        var wish = new NotificationWish
        {
            Mentioned = Flag("mentioned"),
            Assignee = Flag("assignee"),
            Responsible = Flag("responsible"),
            Watched = Flag("watched"),
            WorkPackageCreated = Flag("workPackageCreated"),
            WorkPackageCommented = Flag("workPackageCommented"),
            WorkPackageProcessed = Flag("workPackageProcessed"),
            WorkPackagePrioritized = Flag("workPackagePrioritized"),
            WorkPackageScheduled = Flag("workPackageScheduled"),
            StartDateDays = Days("startDate"),
            DueDateDays = Days("dueDate"),
            OverdueDays = Days("overdue"),
        };
        return isRead ? wish : null;

        bool Flag(string name)
        {
            if (!json.TryGetProperty(name, out var flag))
                return false;
            isRead &= flag.ValueKind is JsonValueKind.True or JsonValueKind.False;
            return flag.ValueKind == JsonValueKind.True;
        }

        int? Days(string name)
        {
            if (!json.TryGetProperty(name, out var days))
                return null;
            isRead &= ValueReaders.For<DayCount?>()(days, out var count);
            return count?.Days;
        }
    }

    private static bool ReadProject(JsonElement json, out Reference? project)
    {
        project = null;
        if (!json.TryGetProperty("_links", out var links))
            return true;
        if (links.ValueKind != JsonValueKind.Object || !links.TryGetProperty("project", out var link))
            return links.ValueKind == JsonValueKind.Object;
        if (link.ValueKind != JsonValueKind.Object || !link.TryGetProperty("href", out var href))
            return false;
        if (href.ValueKind == JsonValueKind.Null)
            return true;
        var text = href.ValueKind == JsonValueKind.String ? href.GetString()! : "";
        var slash = text.LastIndexOf('/');
        if (slash < 0 || WorkspacePaths.All.All(p => p.Value != text[..slash]) || new LinkTarget(WorkspacePaths.Projects, text[(slash + 1)..]).Id is not (> 0 and var id))
            return false;
        project = new Reference(WorkspacePaths.Projects, id, null);
        return true;
    }
}
