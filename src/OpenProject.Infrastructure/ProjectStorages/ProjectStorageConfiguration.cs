using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.ProjectStorages;
using OpenProject.Infrastructure.Principals;

namespace OpenProject.Infrastructure.ProjectStorages;

/// <summary>Which project uses which storage; it goes with either.</summary>
internal sealed class ProjectStorageConfiguration : IEntityTypeConfiguration<ProjectStorage>
{
    public void Configure(EntityTypeBuilder<ProjectStorage> builder)
    {
        builder.ToTable("project_storages");
        builder.Property(pair => pair.FolderId).HasMaxLength(ProjectStorage.FolderLimit);
        builder.HasOne(pair => pair.Project).WithMany().HasForeignKey(pair => pair.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(pair => pair.Storage).WithMany().HasForeignKey(pair => pair.StorageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(pair => pair.Creator).WithMany().HasForeignKey(pair => pair.CreatorId).LeftToDeletedUser();
        builder.HasIndex(pair => new { pair.ProjectId, pair.StorageId }).IsUnique();
    }
}
