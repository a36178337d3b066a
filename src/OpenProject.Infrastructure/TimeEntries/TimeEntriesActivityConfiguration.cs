using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.TimeEntries;

namespace OpenProject.Infrastructure.TimeEntries;

/// <summary>Kinds of work.</summary>
internal sealed class TimeEntriesActivityConfiguration : IEntityTypeConfiguration<TimeEntriesActivity>
{
    public void Configure(EntityTypeBuilder<TimeEntriesActivity> builder)
    {
        builder.ToTable("time_entries_activities");
        builder.Property(activity => activity.Name).HasMaxLength(TimeEntriesActivity.NameLimit);
    }
}
