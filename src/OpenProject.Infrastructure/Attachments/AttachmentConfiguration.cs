using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Attachments;
using OpenProject.Infrastructure.Principals;

namespace OpenProject.Infrastructure.Attachments;

/// <summary>Attachments; they go with what they hang on; the activities of a work package go with it too.</summary>
internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachments");
        builder.Property(attachment => attachment.FileName).HasMaxLength(Attachment.FileNameLimit);
        builder.Property(attachment => attachment.Description).HasMaxLength(Attachment.DescriptionLimit);
        builder.HasOne(attachment => attachment.File).WithMany().HasForeignKey(attachment => attachment.FileId);
        builder.Navigation(attachment => attachment.File).AutoInclude();
        builder.HasOne(attachment => attachment.Author).WithMany().HasForeignKey(attachment => attachment.AuthorId).LeftToDeletedUser();
        // Of two who take it at once the second is refused.
        builder.Property(attachment => attachment.WorkPackageId).IsConcurrencyToken();
        builder.HasOne(attachment => attachment.WorkPackage).WithMany().HasForeignKey(attachment => attachment.WorkPackageId).OnDelete(DeleteBehavior.Cascade);

        // A second way for the cascade would be refused; without an action the reference is looked at when all cascades are done.
        builder.HasOne(attachment => attachment.Activity).WithMany().HasForeignKey(attachment => attachment.ActivityId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne(attachment => attachment.Content).WithMany().HasForeignKey(attachment => attachment.ContentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(attachment => attachment.HelpText).WithMany().HasForeignKey(attachment => attachment.HelpTextId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(attachment => new { attachment.WorkPackageId, attachment.CreatedAt });
    }
}
