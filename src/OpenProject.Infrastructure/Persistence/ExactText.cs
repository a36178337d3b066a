using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Text that is compared by its bytes, where others compare without regard to case.</summary>
internal static class ExactText
{
    private const string Annotation = "OpenProject:ExactText";

    /// <summary>The column compares, and is unique, by its bytes.</summary>
    public static PropertyBuilder<string> IsExact(this PropertyBuilder<string> property) => property.HasAnnotation(Annotation, value: true);

    /// <summary>Whether the column does.</summary>
    public static bool IsExact(this IReadOnlyProperty property) => property.FindAnnotation(Annotation) is not null;

    /// <summary>The collation that compares so.</summary>
    public static string Collation(bool isSqlServer) => isSqlServer ? "Latin1_General_100_BIN2" : "BINARY";

    /// <summary>Gives columns that are exact their collation on SQL Server; on SQLite <see cref="SqliteCollationConvention"/> does.</summary>
    internal sealed class SqlServerConvention : IModelFinalizingConvention
    {
        public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
        {
            foreach (var property in modelBuilder.Metadata.GetEntityTypes().SelectMany(entity => entity.GetDeclaredProperties()).Where(property => property.IsExact()))
                property.Builder.UseCollation(Collation(isSqlServer: true));
        }
    }
}
