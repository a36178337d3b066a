using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Memberships;

namespace OpenProject.Infrastructure.Memberships;

/// <summary>Memberships with their roles; one for each principal in a project, and one without a project.</summary>
internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("members");
        builder.HasOne(membership => membership.Principal).WithMany().HasForeignKey(membership => membership.PrincipalId);
        builder.HasOne(membership => membership.Project).WithMany().HasForeignKey(membership => membership.ProjectId);
        builder.HasMany(membership => membership.Roles).WithOne().HasForeignKey(role => role.MembershipId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(membership => membership.Roles).HasField("roles").AutoInclude();
        builder.HasIndex(membership => new { membership.ProjectId, membership.PrincipalId }).IsUnique().HasFilter("project_id IS NOT NULL");
        builder.HasIndex(membership => membership.PrincipalId, "IX_members_principal_id_global").IsUnique().HasFilter("project_id IS NULL");
        builder.HasIndex(membership => new { membership.PrincipalId, membership.ProjectId });
    }
}
