using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Memberships;

namespace OpenProject.Infrastructure.Memberships;

/// <summary>A role within a membership.</summary>
internal sealed class MembershipRoleConfiguration : IEntityTypeConfiguration<MembershipRole>
{
    public void Configure(EntityTypeBuilder<MembershipRole> builder)
    {
        builder.ToTable("member_roles");
        builder.HasOne(role => role.Role).WithMany().HasForeignKey(role => role.RoleId);
        builder.HasOne(role => role.InheritedFrom).WithMany().HasForeignKey(role => role.InheritedFromId);
        builder.HasIndex(role => new { role.MembershipId, role.RoleId });
    }
}
