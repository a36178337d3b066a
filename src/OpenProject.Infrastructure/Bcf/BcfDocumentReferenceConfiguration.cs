using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Bcf;

namespace OpenProject.Infrastructure.Bcf;

/// <summary>References to documents; they go with the topic. Documents are not removed while a reference is left, but with their project.</summary>
internal sealed class BcfDocumentReferenceConfiguration : IEntityTypeConfiguration<BcfDocumentReference>
{
    public void Configure(EntityTypeBuilder<BcfDocumentReference> builder)
    {
        builder.ToTable("bcf_document_references");
        builder.Property(reference => reference.Guid).HasMaxLength(BcfGuid.Length).IsFixedLength().IsUnicode(false);
        builder.Property(reference => reference.Url).HasMaxLength(BcfDocumentReference.UrlLimit);
        builder.Property(reference => reference.Description).HasMaxLength(BcfDocumentReference.DescriptionLimit);
        builder.HasOne(reference => reference.Topic).WithMany().HasForeignKey(reference => reference.TopicId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(reference => reference.Document).WithMany().HasForeignKey(reference => reference.DocumentId).OnDelete(DeleteBehavior.NoAction);
        builder.HasIndex(reference => new { reference.TopicId, reference.Guid }).IsUnique();
    }
}
