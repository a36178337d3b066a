using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Users;

namespace OpenProject.Infrastructure.Users;

/// <summary>The deleted user has nothing but what all users have.</summary>
internal sealed class DeletedUserConfiguration : IEntityTypeConfiguration<DeletedUser>
{
    public void Configure(EntityTypeBuilder<DeletedUser> builder)
    {
        builder.HasBaseType<User>();
    }
}
