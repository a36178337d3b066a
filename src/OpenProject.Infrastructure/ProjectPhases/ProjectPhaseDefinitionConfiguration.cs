using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.ProjectPhases;

namespace OpenProject.Infrastructure.ProjectPhases;

/// <summary>The phases that projects may go through.</summary>
internal sealed class ProjectPhaseDefinitionConfiguration : IEntityTypeConfiguration<ProjectPhaseDefinition>
{
    public void Configure(EntityTypeBuilder<ProjectPhaseDefinition> builder)
    {
        builder.ToTable("project_phase_definitions");
        builder.Property(definition => definition.Name).HasMaxLength(ProjectPhaseDefinition.NameLimit);
        builder.Property(definition => definition.StartGateName).HasMaxLength(ProjectPhaseDefinition.NameLimit);
        builder.Property(definition => definition.FinishGateName).HasMaxLength(ProjectPhaseDefinition.NameLimit);
        builder.HasIndex(definition => definition.Name).IsUnique();
    }
}
