using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Activities;
using OpenProject.Infrastructure.Principals;

namespace OpenProject.Infrastructure.Activities;

/// <summary>Changes of comments; they go with the comment.</summary>
internal sealed class CommentEditConfiguration : IEntityTypeConfiguration<CommentEdit>
{
    public void Configure(EntityTypeBuilder<CommentEdit> builder)
    {
        builder.ToTable("comment_edits");
        builder.Property(edit => edit.Type).HasMaxLength(CommentEdit.TypeLimit);
        builder.Property(edit => edit.Value).HasMaxLength(CommentEdit.ValueLimit);
        builder.Property(edit => edit.Before).HasMaxLength(CommentEdit.ValueLimit);
        builder.HasOne(edit => edit.Journal).WithMany().HasForeignKey(edit => edit.JournalId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(edit => edit.User).WithMany().HasForeignKey(edit => edit.UserId).LeftToDeletedUser();
    }
}
