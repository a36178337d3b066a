using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Infrastructure.WorkSchedule;

/// <summary>The seven days of the week.</summary>
internal sealed class WeekDayConfiguration : IEntityTypeConfiguration<WeekDay>
{
    public void Configure(EntityTypeBuilder<WeekDay> builder)
    {
        builder.ToTable("week_days");
        builder.Property(day => day.Id).ValueGeneratedNever();
        builder.Ignore(day => day.Day);
    }
}
