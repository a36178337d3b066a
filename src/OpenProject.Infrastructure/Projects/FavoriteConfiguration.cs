using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Users;

namespace OpenProject.Infrastructure.Projects;

/// <summary>Projects that users marked.</summary>
internal sealed class FavoriteConfiguration : IEntityTypeConfiguration<Favorite>
{
    public void Configure(EntityTypeBuilder<Favorite> builder)
    {
        builder.ToTable("favorites");
        builder.HasKey(favorite => new { favorite.UserId, favorite.ProjectId });
        builder.HasOne<User>().WithMany().HasForeignKey(favorite => favorite.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Project>().WithMany().HasForeignKey(favorite => favorite.ProjectId).OnDelete(DeleteBehavior.Cascade);
    }
}
