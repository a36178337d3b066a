using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Notifications;

namespace OpenProject.Application.Notifications;

/// <summary>Lists, reads and marks one's own notifications.</summary>
public sealed class NotificationService(ResourceReader reader, NotificationResource resource, INotificationTable table, TimeProvider clock)
{
    /// <summary>A page of them, with the schemas of what they tell.</summary>
    public async Task<Page<NotificationDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        var page = await reader.ListAsync(resource, query, within: null, cancellationToken);
        var told = page.Items.SelectMany(NotificationDetailDto.Of).Select(d => d.Property).Distinct(StringComparer.Ordinal).ToList();
        return page with
        {
            Lists = [new NamedElements("detailsSchemas", new Elements([.. told.Select(name => Reference.At(ValueSchemaService.Path + name, title: null))], [.. told.Select(ValueSchemaService.Of)]))],
        };
    }

    /// <summary>One.</summary>
    public Task<Document<NotificationDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>What one tells; leaves as not found when it does not tell so much.</summary>
    public async Task<Document<NotificationDetailDto>> FindDetailAsync(long id, int number, CancellationToken cancellationToken)
    {
        var details = NotificationDetailDto.Of(await reader.RowAsync(resource, id, cancellationToken));
        return number >= 0 && number < details.Count
            ? new Document<NotificationDetailDto>(details[number], reader.Access)
            : throw new ProblemException(new Problem.NotFound());
    }

    /// <summary>Marks one as read, or not.</summary>
    public async Task MarkAsync(long id, bool read, CancellationToken cancellationToken)
    {
        await reader.RowAsync(resource, id, cancellationToken);
        await table.MarkAsync(reader.Visible(resource).Where(n => n.Id == id), read, Now, cancellationToken);
    }

    /// <summary>Marks all that the filters leave as read, or not.</summary>
    public Task MarkAllAsync(CollectionQuery query, bool read, CancellationToken cancellationToken) =>
        table.MarkAsync(reader.Filtered(resource, query, reader.Visible(resource)), read, Now, cancellationToken);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}
