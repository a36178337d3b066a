using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Documents;
using OpenProject.Domain.Meetings;
using OpenProject.Domain.Posts;
using OpenProject.Domain.Projects;
using OpenProject.Domain.WikiPages;
using OpenProject.Infrastructure.Principals;

namespace OpenProject.Infrastructure.Projects;

/// <summary>Documents, wiki pages, posts and meetings in one table, so that whatever hangs on one of them goes with the project in one way.</summary>
internal sealed class ProjectContentConfiguration : IEntityTypeConfiguration<ProjectContent>
{
    /// <summary>The one column of the kinds that have a lock version.</summary>
    public const string LockVersion = "lock_version";

    public void Configure(EntityTypeBuilder<ProjectContent> builder)
    {
        builder.ToTable("project_contents");
        builder.Property(content => content.Title).HasMaxLength(ProjectContent.TitleLimit);
        builder.HasDiscriminator(content => content.Kind)
            .HasValue<Document>(ProjectContentKind.Document)
            .HasValue<WikiPage>(ProjectContentKind.WikiPage)
            .HasValue<Post>(ProjectContentKind.Post)
            .HasValue<Meeting>(ProjectContentKind.Meeting);
        builder.HasOne(content => content.Project).WithMany().HasForeignKey(content => content.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(content => content.Author).WithMany().HasForeignKey(content => content.AuthorId).LeftToDeletedUser();
        builder.HasIndex(content => new { content.Kind, content.CreatedAt, content.Id }).IsDescending(false, true, false);
        builder.HasIndex(content => new { content.ProjectId, content.Title }).IsUnique().HasFilter($"kind = {ProjectContentKind.WikiPage:D}");
    }
}
