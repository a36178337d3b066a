using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// Names tables and columns in snake_case where a configuration names none: <c>WorkPackage.DueDate</c> is
/// <c>work_packages.due_date</c>. Key and index names follow from these.
/// </summary>
internal sealed class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
            if (OwnsTable(entity))
                entity.Builder.ToTable(entity.IsOwned() ? Snake(entity.GetDefaultTableName()!) : Plural(Snake(entity.GetDefaultTableName()!)));

        foreach (var property in modelBuilder.Metadata.GetEntityTypes().SelectMany(entity => entity.GetDeclaredProperties()))
            if (StoreObjectIdentifier.Create(property.DeclaringType, StoreObjectType.Table) is { } table
                && property.GetColumnName(table) is { } column)
                property.Builder.HasColumnName(Snake(column));
    }

    private static bool OwnsTable(IConventionEntityType entity) =>
        entity.BaseType is null
        && entity.GetDefaultTableName() is not null
        && entity.GetTableName() is not null
        && !entity.IsMappedToJson()
        && entity.FindOwnership() is not { IsUnique: true };

    // A property of an owned value comes as Owner_Value.
    private static string Snake(string name) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(name).Replace("__", "_");

    private static string Plural(string name) => name switch
    {
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => $"{name[..^1]}ies",
        [.., 's' or 'x'] or [.., 'c' or 's', 'h'] => $"{name}es",
        _ => $"{name}s",
    };
}
