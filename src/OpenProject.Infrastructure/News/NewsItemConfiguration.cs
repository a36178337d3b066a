using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.News;
using OpenProject.Infrastructure.Principals;

namespace OpenProject.Infrastructure.News;

/// <summary>News, listed newest first.</summary>
internal sealed class NewsItemConfiguration : IEntityTypeConfiguration<NewsItem>
{
    public void Configure(EntityTypeBuilder<NewsItem> builder)
    {
        builder.ToTable("news");
        builder.Property(news => news.Title).HasMaxLength(NewsItem.TitleLimit);
        builder.Property(news => news.Summary).HasMaxLength(NewsItem.SummaryLimit);
        builder.HasOne(news => news.Project).WithMany().HasForeignKey(news => news.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(news => news.Author).WithMany().HasForeignKey(news => news.AuthorId).LeftToDeletedUser();
        builder.HasIndex(news => new { news.CreatedAt, news.Id }).IsDescending(true, false);
        builder.HasIndex(news => new { news.ProjectId, news.CreatedAt, news.Id }).IsDescending(false, true, false);
    }
}
