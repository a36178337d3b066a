using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Storages;
using OpenProject.Infrastructure.Principals;

namespace OpenProject.Infrastructure.Storages;

/// <summary>Storages, found by their address. What an application is to one is forgotten with the application.</summary>
internal sealed class StorageConfiguration : IEntityTypeConfiguration<Storage>
{
    public void Configure(EntityTypeBuilder<Storage> builder)
    {
        builder.ToTable("storages");
        builder.Property(storage => storage.Name).HasMaxLength(Storage.NameLimit);
        builder.Property(storage => storage.Host).HasMaxLength(StorageHost.Limit);
        builder.Property(storage => storage.Audience).HasMaxLength(Storage.SettingLimit);
        builder.Property(storage => storage.TokenExchangeScope).HasMaxLength(Storage.SettingLimit);
        builder.Property(storage => storage.ForbiddenFileNameCharacters).HasMaxLength(Storage.SettingLimit);
        builder.Property(storage => storage.TenantId).HasMaxLength(Storage.SettingLimit);
        builder.Property(storage => storage.DriveId).HasMaxLength(Storage.SettingLimit);
        builder.HasOne(storage => storage.OAuthApplication).WithOne(application => application.Storage)
            .HasForeignKey<Storage>(storage => storage.OAuthApplicationId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(storage => storage.Creator).WithMany().HasForeignKey(storage => storage.CreatorId).LeftToDeletedUser();
        builder.HasIndex(storage => storage.Name).IsUnique();
        builder.HasIndex(storage => storage.Host).IsUnique();
    }
}
