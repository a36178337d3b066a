using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OpenProject.Application.Common;
using OpenProject.Domain.Common;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Tells from the exception of a refused save what the caller did wrong, in the API's terms.</summary>
internal static partial class DatabaseRefusal
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteForeignKey = 787;
    private const int SqlServerUniqueIndex = 2601;
    private const int SqlServerUniqueConstraint = 2627;
    private const int SqlServerForeignKey = 547;
    private const int SqlServerDeadlock = 1205;

    /// <summary>The problem behind the exception; null when it is a fault of ours.</summary>
    public static Problem? ProblemOf(DbUpdateException exception, IModel model) => exception switch
    {
        DbUpdateConcurrencyException => new Problem.Conflict(),
        { InnerException: SqliteException { SqliteExtendedErrorCode: SqliteUnique } refused } =>
            Taken(Indexes(model).FirstOrDefault(index => SqliteNames(refused.Message).SetEquals(Columns(index)))),
        { InnerException: SqlException { Number: SqlServerUniqueIndex or SqlServerUniqueConstraint } refused } =>
            Taken(Indexes(model).FirstOrDefault(index => QuotedNames().Matches(refused.Message)
                .Any(name => name.Groups["name"].Value == index.GetDatabaseName()))),

        // Somebody added the same row, removed what the row refers to, or added what refers to it, after the rules were checked.
        { InnerException: SqliteException { SqliteExtendedErrorCode: SqlitePrimaryKey } } => new Problem.Conflict(),
        { InnerException: SqliteException { SqliteExtendedErrorCode: SqliteForeignKey } } => new Problem.Conflict(),
        { InnerException: SqlException { Number: SqlServerForeignKey } } => new Problem.Conflict(),
        _ => null,
    };

    /// <summary>Whether the database ended the transaction in favour of another one that it blocked and was blocked by.</summary>
    public static bool IsDeadlock(Exception exception) =>
        exception is SqlException { Number: SqlServerDeadlock } or { InnerException: SqlException { Number: SqlServerDeadlock } };

    private static IEnumerable<IIndex> Indexes(IModel model) =>
        model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredIndexes()).Where(index => index.IsUnique);

    private static IEnumerable<string> Columns(IIndex index) =>
        index.Properties.Select(property => $"{property.DeclaringType.ContainingEntityType.GetTableName()}.{property.GetColumnName()}");

    // "UNIQUE constraint failed: members.project_id, members.principal_id"
    private static HashSet<string> SqliteNames(string message) =>
        [.. QualifiedNames().Matches(message).Select(name => name.Value)];

    // The last column is the value; those before it say within what it must be unique.
    // A row that belongs to an aggregate, as its next journal does, clashes only when two write the same one at once.
    private static Problem Taken(IIndex? index)
    {
        if (index is null || !index.DeclaringEntityType.ClrType.IsAssignableTo(typeof(AggregateRoot)))
            return new Problem.Conflict();

        var name = index.Properties[^1].Name;
        if (name.Length > 2 && name.EndsWith("Id", StringComparison.Ordinal))
            name = name[..^2];
        var words = JsonNamingPolicy.SnakeCaseLower.ConvertName(name).Replace('_', ' ');
        return new Problem.Invalid(
            [new FieldError(JsonNamingPolicy.CamelCase.ConvertName(name), $"{char.ToUpperInvariant(words[0])}{words[1..]} has already been taken.", FieldErrorKind.Taken)]);
    }

    [GeneratedRegex(@"\w+\.\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex QualifiedNames();

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedNames();
}
