using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.WorkingHours;

namespace OpenProject.Infrastructure.WorkingHours;

/// <summary>The working hours of users, one for each day on which some begin.</summary>
internal sealed class UserWorkingHoursConfiguration : IEntityTypeConfiguration<UserWorkingHours>
{
    public void Configure(EntityTypeBuilder<UserWorkingHours> builder)
    {
        builder.ToTable("user_working_hours");
        builder.Property(hours => hours.ValidFrom).IsRequired();
        builder.HasOne(hours => hours.User).WithMany().HasForeignKey(hours => hours.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(hours => new { hours.UserId, hours.ValidFrom }).IsUnique();
    }
}
