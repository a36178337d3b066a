using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Infrastructure.WorkSchedule;

/// <summary>Single free days, found by date.</summary>
internal sealed class NonWorkingDayConfiguration : IEntityTypeConfiguration<NonWorkingDay>
{
    public void Configure(EntityTypeBuilder<NonWorkingDay> builder)
    {
        builder.ToTable("non_working_days");
        builder.Property(day => day.Name).HasMaxLength(NonWorkingDay.NameLimit);
        builder.HasIndex(day => day.Date).IsUnique();
    }
}
