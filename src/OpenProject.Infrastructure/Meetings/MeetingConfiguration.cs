using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Meetings;
using OpenProject.Domain.Projects;
using OpenProject.Infrastructure.Projects;

namespace OpenProject.Infrastructure.Meetings;

/// <summary>What meetings have beyond other things to read in a project; listed by when they begin.</summary>
internal sealed class MeetingConfiguration : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.HasBaseType<ProjectContent>();
        builder.Property(meeting => meeting.Location).HasMaxLength(Meeting.LocationLimit);
        builder.Property(meeting => meeting.LockVersion).HasColumnName(ProjectContentConfiguration.LockVersion);
        builder.HasIndex(meeting => meeting.StartTime).HasFilter("start_time IS NOT NULL");
    }
}
