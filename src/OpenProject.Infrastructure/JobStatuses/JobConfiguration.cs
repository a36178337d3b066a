using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.JobStatuses;

namespace OpenProject.Infrastructure.JobStatuses;

/// <summary>The queue of jobs. Those of a user go with him, as nobody else may look at them.</summary>
internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("jobs");
        builder.Property(job => job.Uuid).HasMaxLength(Job.UuidLength).IsFixedLength().IsUnicode(false);
        builder.Property(job => job.Message).HasMaxLength(Job.MessageLimit);
        builder.HasOne(job => job.User).WithMany().HasForeignKey(job => job.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(job => job.Project).WithMany().HasForeignKey(job => job.ProjectId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(job => job.Uuid).IsUnique();
        builder.HasIndex(job => new { job.State, job.LeasedUntil });
    }
}
