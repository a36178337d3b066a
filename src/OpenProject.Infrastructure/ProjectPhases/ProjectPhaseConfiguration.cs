using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.ProjectPhases;

namespace OpenProject.Infrastructure.ProjectPhases;

/// <summary>The phases of projects; each has one of a definition.</summary>
internal sealed class ProjectPhaseConfiguration : IEntityTypeConfiguration<ProjectPhase>
{
    public void Configure(EntityTypeBuilder<ProjectPhase> builder)
    {
        builder.ToTable("project_phases");
        builder.HasOne(phase => phase.Project).WithMany(project => project.Phases).HasForeignKey(phase => phase.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(phase => phase.Definition).WithMany().HasForeignKey(phase => phase.DefinitionId);
        builder.HasIndex(phase => new { phase.ProjectId, phase.DefinitionId }).IsUnique();
    }
}
