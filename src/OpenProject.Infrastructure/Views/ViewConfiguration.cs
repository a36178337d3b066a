using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.SavedQueries;
using OpenProject.Domain.Views;

namespace OpenProject.Infrastructure.Views;

/// <summary>Views, one a query at most, which go with it.</summary>
internal sealed class ViewConfiguration : IEntityTypeConfiguration<View>
{
    public void Configure(EntityTypeBuilder<View> builder)
    {
        builder.ToTable("views");
        builder.HasOne(view => view.Query).WithOne(query => query.View).HasForeignKey<View>(view => view.QueryId).OnDelete(DeleteBehavior.Cascade);
    }
}
