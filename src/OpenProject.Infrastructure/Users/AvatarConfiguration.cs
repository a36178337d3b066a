using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Users;

namespace OpenProject.Infrastructure.Users;

/// <summary>Users' pictures, in a table of their own: who reads a user does not read his picture.</summary>
internal sealed class AvatarConfiguration : IEntityTypeConfiguration<Avatar>
{
    public void Configure(EntityTypeBuilder<Avatar> builder)
    {
        builder.ToTable("user_avatars");
        builder.Property(avatar => avatar.Id).ValueGeneratedNever();
        builder.Property(avatar => avatar.MediaType).HasMaxLength(Avatar.MediaTypeLimit);
        builder.HasOne<User>().WithOne(user => user.Avatar).HasForeignKey<Avatar>(avatar => avatar.Id).OnDelete(DeleteBehavior.Cascade);
    }
}
