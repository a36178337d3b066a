using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Users;

namespace OpenProject.Infrastructure.Groups;

/// <summary>A user's place in a group.</summary>
internal sealed class GroupMemberConfiguration : IEntityTypeConfiguration<GroupMember>
{
    public void Configure(EntityTypeBuilder<GroupMember> builder)
    {
        builder.ToTable("group_members");
        builder.HasKey(member => new { member.GroupId, member.UserId });
        builder.HasOne<User>().WithMany().HasForeignKey(member => member.UserId);
    }
}
