using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Projects;

namespace OpenProject.Infrastructure.CustomFields;

/// <summary>Which fields are active in which projects, where they are not in all.</summary>
internal sealed class CustomFieldProjectConfiguration : IEntityTypeConfiguration<CustomFieldProject>
{
    public void Configure(EntityTypeBuilder<CustomFieldProject> builder)
    {
        builder.ToTable("custom_field_projects");
        builder.HasKey(project => new { project.FieldId, project.ProjectId });
        builder.HasOne<Project>().WithMany().HasForeignKey(project => project.ProjectId).OnDelete(DeleteBehavior.Cascade);
    }
}
