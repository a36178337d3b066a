using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenProject.Domain.Common;

namespace OpenProject.Infrastructure.CustomFields;

/// <summary>Values of custom fields: a table for each kind of aggregate, as they go with their aggregate and are filtered by field.</summary>
internal static class CustomValueStorage
{
    /// <summary>The property that is the aggregate's id.</summary>
    public const string OwnerId = "OwnerId";

    /// <summary>Keeps the values of an aggregate in a table of their own.</summary>
    /// <param name="builder">The aggregate.</param>
    /// <param name="table">The table.</param>
    /// <param name="isSearched">Whether aggregates are looked for by their values.</param>
    public static void OwnsCustomValues<TOwner>(this EntityTypeBuilder<TOwner> builder, string table, bool isSearched = true)
        where TOwner : class, ICustomValues
    {
        builder.OwnsMany(owner => owner.CustomValues, values =>
        {
            values.ToTable(table);
            values.WithOwner().HasForeignKey(OwnerId);
            values.Property<long>(OwnerId);
            values.HasKey(OwnerId, nameof(CustomValue.FieldId), nameof(CustomValue.Position));
            values.Property(value => value.FieldId).ValueGeneratedNever();
            values.Property(value => value.Position).ValueGeneratedNever();
            if (!isSearched)
                return;
            values.HasIndex(value => new { value.FieldId, value.ReferenceId });
            values.HasIndex(value => new { value.FieldId, value.Number });
            values.HasIndex(value => new { value.FieldId, value.Day });
        });
        builder.Navigation(owner => owner.CustomValues).HasField("customValues");
    }
}
