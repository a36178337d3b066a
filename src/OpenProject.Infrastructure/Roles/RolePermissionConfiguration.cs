using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Roles;

namespace OpenProject.Infrastructure.Roles;

/// <summary>A permission that a role grants, indexed both ways.</summary>
internal sealed class RolePermissionConfiguration : IEntityTypeConfiguration<RolePermission>
{
    public void Configure(EntityTypeBuilder<RolePermission> builder)
    {
        builder.ToTable("role_permissions");
        builder.HasKey(held => new { held.RoleId, held.Permission });
        builder.Property(held => held.Permission).HasMaxLength(RolePermission.PermissionLimit);
        builder.HasIndex(held => new { held.Permission, held.RoleId });
    }
}
