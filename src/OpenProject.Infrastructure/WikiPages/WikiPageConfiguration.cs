using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Projects;
using OpenProject.Domain.WikiPages;
using OpenProject.Infrastructure.Projects;

namespace OpenProject.Infrastructure.WikiPages;

/// <summary>What pages of wikis have beyond other things to read in a project.</summary>
internal sealed class WikiPageConfiguration : IEntityTypeConfiguration<WikiPage>
{
    public void Configure(EntityTypeBuilder<WikiPage> builder)
    {
        builder.HasBaseType<ProjectContent>();
        builder.Property(page => page.LockVersion).HasColumnName(ProjectContentConfiguration.LockVersion);
    }
}
