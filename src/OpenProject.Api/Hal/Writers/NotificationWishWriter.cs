using System.Text.Json;
using OpenProject.Application.Notifications;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes what a user wants to be told of.</summary>
internal static class NotificationWishWriter
{
    public static void Write(Utf8JsonWriter json, NotificationWishes wishes)
    {
        json.WriteStartArray();
        foreach (var item in wishes.Items)
        {
            json.WriteStartObject();
            foreach (var (name, get) in NotificationFlags.All)
                json.WriteBoolean(name, get(item.Wish));
            WriteDays(json, "startDate", item.Wish.StartDateDays);
            WriteDays(json, "dueDate", item.Wish.DueDateDays);
            WriteDays(json, "overdue", item.Wish.OverdueDays);
            json.WriteStartObject(Names.Links);
            json.WritePropertyName("project");
            if (item.Project is { } project)
                LinkJson.Write(json, project);
            else
                LinkJson.Write(json, href: null);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDays(Utf8JsonWriter json, string name, int? days)
    {
        if (days is { } number)
            json.WriteString(name, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"P{number}D"));
        else
            json.WriteNull(name);
    }
}
