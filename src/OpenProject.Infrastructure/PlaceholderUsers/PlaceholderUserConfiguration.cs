using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.PlaceholderUsers;
using OpenProject.Domain.Principals;

namespace OpenProject.Infrastructure.PlaceholderUsers;

/// <summary>Placeholders have nothing but what all principals have.</summary>
internal sealed class PlaceholderUserConfiguration : IEntityTypeConfiguration<PlaceholderUser>
{
    public void Configure(EntityTypeBuilder<PlaceholderUser> builder)
    {
        builder.HasBaseType<Principal>();
    }
}
