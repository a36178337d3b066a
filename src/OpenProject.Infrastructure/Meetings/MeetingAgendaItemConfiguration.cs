using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Meetings;
using OpenProject.Infrastructure.Principals;

namespace OpenProject.Infrastructure.Meetings;

/// <summary>The agendas of meetings, which go with them; listed in their order.</summary>
internal sealed class MeetingAgendaItemConfiguration : IEntityTypeConfiguration<MeetingAgendaItem>
{
    public void Configure(EntityTypeBuilder<MeetingAgendaItem> builder)
    {
        builder.ToTable("meeting_agenda_items");
        builder.Property(item => item.Title).HasMaxLength(MeetingAgendaItem.TitleLimit);
        builder.HasOne(item => item.Meeting).WithMany().HasForeignKey(item => item.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(item => item.Author).WithMany().HasForeignKey(item => item.AuthorId).LeftToDeletedUser();
        builder.HasIndex(item => new { item.MeetingId, item.Position, item.Id });
    }
}
