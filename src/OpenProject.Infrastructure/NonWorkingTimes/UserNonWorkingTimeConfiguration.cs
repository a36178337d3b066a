using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.NonWorkingTimes;

namespace OpenProject.Infrastructure.NonWorkingTimes;

/// <summary>The days on which users do not work.</summary>
internal sealed class UserNonWorkingTimeConfiguration : IEntityTypeConfiguration<UserNonWorkingTime>
{
    public void Configure(EntityTypeBuilder<UserNonWorkingTime> builder)
    {
        builder.ToTable("user_non_working_times");
        builder.Property(time => time.StartDate).IsRequired();
        builder.Property(time => time.EndDate).IsRequired();
        builder.HasOne(time => time.User).WithMany().HasForeignKey(time => time.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(time => new { time.UserId, time.StartDate }).IsUnique();
    }
}
