using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Users;

namespace OpenProject.Infrastructure.Users;

/// <summary>The anonymous user has nothing but what all users have.</summary>
internal sealed class AnonymousUserConfiguration : IEntityTypeConfiguration<AnonymousUser>
{
    public void Configure(EntityTypeBuilder<AnonymousUser> builder)
    {
        builder.HasBaseType<User>();
    }
}
