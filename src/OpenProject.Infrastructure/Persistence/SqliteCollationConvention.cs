using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// Names, logins and other short texts compare and sort without regard to case, as they do under SQL Server's usual
/// collation; SQLite would go by bytes.
/// </summary>
internal sealed class SqliteCollationConvention : IModelFinalizingConvention
{
    private const string IgnoringCase = "NOCASE";

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var property in modelBuilder.Metadata.GetEntityTypes().SelectMany(entity => entity.GetDeclaredProperties()))
            if (property.ClrType == typeof(string) && property.GetMaxLength() is not null && property.IsFixedLength() != true)
                property.Builder.UseCollation(property.IsExact() ? ExactText.Collation(isSqlServer: false) : IgnoringCase);
    }
}
