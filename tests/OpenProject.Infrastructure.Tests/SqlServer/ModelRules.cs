using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OpenProject.Infrastructure.Tests.SqlServer;

/// <summary>What SQL Server refuses that neither EF nor DacFx says, stated over EF's model.</summary>
internal static class ModelRules
{
    private const int LongestIndexKey = 1700;
    private const int LongestClusteredKey = 900;

    /// <summary>Error 1785: from one table deletes must reach another in one way only, and never the table itself.</summary>
    public static IEnumerable<string> SecondCascadePaths(IModel model)
    {
        // A constraint is one, however many kinds share the table.
        var steps = model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredForeignKeys())
            .Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
            .ToLookup(key => key.PrincipalEntityType.GetTableName()!, key => key.DeclaringEntityType.GetTableName()!, StringComparer.Ordinal);
        foreach (var table in steps.Select(step => step.Key))
        {
            var reached = new HashSet<string>(StringComparer.Ordinal) { table };
            var open = new Stack<string>([table]);
            while (open.TryPop(out var at))
            {
                foreach (var next in steps[at])
                {
                    if (reached.Add(next))
                        open.Push(next);
                    else
                        yield return $"{table} -> {next}";
                }
            }
        }
    }

    /// <summary>Errors 1946 and 1944: the columns of an index are too wide together.</summary>
    public static IEnumerable<string> WideKeys(IModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            foreach (var index in entity.GetDeclaredIndexes().Where(index => Width(index.Properties) > LongestIndexKey))
                yield return index.GetDatabaseName()!;
            foreach (var key in entity.GetDeclaredKeys().Where(key => Width(key.Properties) > LongestClusteredKey))
                yield return key.GetName()!;
        }
    }

    /// <summary>Columns of types that the two databases keep differently, or not at all.</summary>
    public static IEnumerable<string> StrangeColumns(IModel model) =>
        model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredProperties())
            .Where(property => Stored(property) == typeof(TimeSpan) || Stored(property) == typeof(DateTimeOffset) || Stored(property) == typeof(TimeOnly))
            .Select(property => $"{property.DeclaringType.ShortName()}.{property.Name}");

    private static int Width(IEnumerable<IReadOnlyProperty> properties) => properties.Sum(Width);

    private static int Width(IReadOnlyProperty property)
    {
        if (Stored(property) == typeof(string))
            return property.GetMaxLength() is { } length ? length * (property.IsUnicode() == false ? 1 : 2) : LongestIndexKey + 1;
        return Stored(property) == typeof(byte[]) ? property.GetMaxLength() ?? LongestIndexKey + 1 : sizeof(long);
    }

    private static Type Stored(IReadOnlyProperty property)
    {
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        return Nullable.GetUnderlyingType(type) ?? type;
    }
}
