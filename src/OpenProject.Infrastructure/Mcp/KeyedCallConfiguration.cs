using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Mcp;

namespace OpenProject.Infrastructure.Mcp;

/// <summary>Calls that were given a key, found by it; they go with their user.</summary>
internal sealed class KeyedCallConfiguration : IEntityTypeConfiguration<KeyedCall>
{
    public void Configure(EntityTypeBuilder<KeyedCall> builder)
    {
        builder.ToTable("mcp_keyed_calls");
        builder.Property(call => call.KeyHash).HasMaxLength(KeyedCall.HashLength).IsFixedLength().IsUnicode(false);
        builder.Property(call => call.ArgumentsHash).HasMaxLength(KeyedCall.HashLength).IsFixedLength().IsUnicode(false);
        builder.HasOne(call => call.User).WithMany().HasForeignKey(call => call.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(call => new { call.UserId, call.KeyHash }).IsUnique();
        builder.HasIndex(call => call.CreatedAt);
    }
}
