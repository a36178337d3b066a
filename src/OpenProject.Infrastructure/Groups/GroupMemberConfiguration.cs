using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Groups;

namespace OpenProject.Infrastructure.Groups;

/// <summary>A user's place in a group.</summary>
internal sealed class GroupMemberConfiguration : IEntityTypeConfiguration<GroupMember>
{
    public void Configure(EntityTypeBuilder<GroupMember> builder)
    {
        builder.ToTable("group_members");
        builder.HasKey(member => new { member.GroupId, member.UserId });
        builder.HasOne<Group>().WithMany().HasForeignKey(member => member.GroupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(member => member.User).WithMany().HasForeignKey(member => member.UserId);
    }
}
