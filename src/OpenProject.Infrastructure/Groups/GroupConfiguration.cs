using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Principals;

namespace OpenProject.Infrastructure.Groups;

/// <summary>Groups have nothing but what all principals have.</summary>
internal sealed class GroupConfiguration : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.HasBaseType<Principal>();
    }
}
