using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>Who watches what.</summary>
internal sealed class WatcherConfiguration : IEntityTypeConfiguration<Watcher>
{
    public void Configure(EntityTypeBuilder<Watcher> builder)
    {
        builder.ToTable("watchers");
        builder.HasKey(watcher => new { watcher.WorkPackageId, watcher.UserId });
        builder.HasOne<WorkPackage>().WithMany().HasForeignKey(watcher => watcher.WorkPackageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<User>().WithMany().HasForeignKey(watcher => watcher.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
