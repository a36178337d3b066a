using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.CustomActions;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.CustomActions;

/// <summary>Actions; all are read at once, so no query looks into their conditions.</summary>
internal sealed class CustomActionConfiguration : IEntityTypeConfiguration<CustomAction>
{
    public void Configure(EntityTypeBuilder<CustomAction> builder)
    {
        builder.ToTable("custom_actions");
        builder.Property(action => action.Name).HasMaxLength(CustomAction.NameLimit);
        builder.Property(action => action.Description).HasMaxLength(CustomAction.DescriptionLimit);
        builder.Property(action => action.Conditions).AsJson();
    }
}
