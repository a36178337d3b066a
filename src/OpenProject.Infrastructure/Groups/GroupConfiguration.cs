using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Groups;

namespace OpenProject.Infrastructure.Groups;

/// <summary>Groups with their members; what they share with other principals is configured there.</summary>
internal sealed class GroupConfiguration : IEntityTypeConfiguration<Group>
{
    public void Configure(EntityTypeBuilder<Group> builder)
    {
        builder.Navigation(group => group.Members).HasField("members").AutoInclude();
        builder.HasMany(group => group.Members).WithOne().HasForeignKey(member => member.GroupId).OnDelete(DeleteBehavior.Cascade);
    }
}
