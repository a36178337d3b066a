using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Users;

namespace OpenProject.Infrastructure.Users;

/// <summary>It has nothing but what all users have.</summary>
internal sealed class RemovedPrincipalConfiguration : IEntityTypeConfiguration<RemovedPrincipal>
{
    public void Configure(EntityTypeBuilder<RemovedPrincipal> builder)
    {
        builder.HasBaseType<User>();
    }
}
