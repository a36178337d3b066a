using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Mcp;

namespace OpenProject.Infrastructure.Mcp;

/// <summary>Switches of the MCP server, one row for each part that something was decided about.</summary>
internal sealed class McpSwitchConfiguration : IEntityTypeConfiguration<McpSwitch>
{
    public void Configure(EntityTypeBuilder<McpSwitch> builder)
    {
        builder.ToTable("mcp_configurations");
        builder.Property(part => part.Identifier).HasMaxLength(McpSwitch.IdentifierLimit);
        builder.Property(part => part.Title).HasMaxLength(McpSwitch.TitleLimit);
        builder.Property(part => part.Description).HasMaxLength(McpSwitch.DescriptionLimit);
        builder.HasIndex(part => part.Identifier).IsUnique();
    }
}
