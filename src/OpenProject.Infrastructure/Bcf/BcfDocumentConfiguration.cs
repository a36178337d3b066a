using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.Bcf;

namespace OpenProject.Infrastructure.Bcf;

/// <summary>Documents; they go with the project.</summary>
internal sealed class BcfDocumentConfiguration : IEntityTypeConfiguration<BcfDocument>
{
    public void Configure(EntityTypeBuilder<BcfDocument> builder)
    {
        builder.ToTable("bcf_documents");
        builder.Property(document => document.Guid).HasMaxLength(BcfGuid.Length).IsFixedLength().IsUnicode(false);
        builder.Property(document => document.FileName).HasMaxLength(Attachment.FileNameLimit);
        builder.HasOne(document => document.Project).WithMany().HasForeignKey(document => document.ProjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(document => document.File).WithMany().HasForeignKey(document => document.FileId);
        builder.HasIndex(document => new { document.ProjectId, document.Guid }).IsUnique();
    }
}
