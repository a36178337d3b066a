using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Sprints;

namespace OpenProject.Infrastructure.Sprints;

/// <summary>The sprints of projects.</summary>
internal sealed class SprintConfiguration : IEntityTypeConfiguration<Sprint>
{
    public void Configure(EntityTypeBuilder<Sprint> builder)
    {
        builder.ToTable("sprints");
        builder.Property(sprint => sprint.Name).HasMaxLength(Sprint.NameLimit);
        builder.HasOne(sprint => sprint.Project).WithMany().HasForeignKey(sprint => sprint.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(sprint => new { sprint.ProjectId, sprint.StartDate });
        builder.HasIndex(sprint => new { sprint.StartDate, sprint.Id });
    }
}
