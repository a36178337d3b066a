using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Roles;

namespace OpenProject.Infrastructure.Roles;

/// <summary>Roles with their permissions.</summary>
internal sealed class RoleConfiguration : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.ToTable("roles");
        builder.Property(role => role.Name).HasMaxLength(Role.NameLimit);
        builder.HasMany(role => role.Permissions).WithOne().HasForeignKey(permission => permission.RoleId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(role => role.Permissions).HasField("permissions").AutoInclude();
        builder.HasIndex(role => role.Name).IsUnique();
        builder.HasIndex(role => role.Builtin);
    }
}
