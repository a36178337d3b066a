using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>
/// The index of words of SQLite: of each three letters that follow each other in a text, whatever the case, FTS5 knows the rows. It
/// knows no order of them and keeps no text, so it names the rows in which a word may be, and <c>LIKE</c> says in which it is. Triggers
/// keep it within the transaction of each write, whichever statement that is.
/// </summary>
internal static class WordIndex
{
    /// <summary>
    /// More rows than that are not named. So many among a million are one in five hundred: passing over the table until a page of 20
    /// is full then takes no more rows than a table of 10,000 has.
    /// </summary>
    public const int Most = 2_000;

    // A word of thirty letters is told from others by less than all that it has.
    private const int MostParts = 30;

    private const int PartLength = 3;

    // Each text has one of its own, as an index without places within the text does not tell columns apart. A comment or a file is found
    // by its id, and leads to its work package.
    private static readonly (WordPlaces Place, string Name, string Table, string Column, string? WorkPackageId)[] Indexes =
    [
        (WordPlaces.Subjects, "subject_words", "work_packages", "subject", null),
        (WordPlaces.Descriptions, "description_words", "work_packages", "description", null),
        (WordPlaces.Comments, "comment_words", "work_package_journals", "notes", "work_package_id"),
        (WordPlaces.FileNames, "file_name_words", "attachments", "file_name", "work_package_id"),
    ];

    /// <summary>
    /// Makes what is not there and then reads all texts; nothing on another database. EF's model has no such tables, and a migration that
    /// makes a table anew takes its triggers with it, so this follows the migrations, whatever they did.
    /// </summary>
    public static async Task PrepareAsync(OpenProjectDbContext context, CancellationToken cancellationToken)
    {
        if (await IsCompleteAsync(context, cancellationToken))
            return;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (var (_, name, table, column, _) in Indexes)
            await context.Database.ExecuteSqlRawAsync(Definition(name, table, column), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Whether all is there that the database is to have; nothing on SQL Server.</summary>
    public static async Task<bool> IsCompleteAsync(OpenProjectDbContext context, CancellationToken cancellationToken)
    {
        if (context is not SqliteDbContext)
            return true;
        var there = await context.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_schema WHERE type IN ('table', 'trigger')").ToHashSetAsync(cancellationToken);
        return Indexes.All(index => there.IsSupersetOf([index.Name, $"{index.Name}_added", $"{index.Name}_removed", $"{index.Name}_changed"]));
    }

    /// <summary>The ids of the work packages in which a word may be; null where the index does not tell or they are too many.</summary>
    public static List<long>? Find(OpenProjectDbContext context, string word, WordPlaces places)
    {
        if (Parts(word) is not { Count: > 0 } parts)
            return null;
        var match = string.Join(" AND ", parts.Select(part => $"\"{part.Replace("\"", "\"\"")}\""));
        var found = context.Database.SqlQueryRaw<long>(Statement(places), match, Most + 1).ToList();
        return found.Count > Most ? null : found;
    }

    private static string Statement(WordPlaces places)
    {
        var rows = Indexes.Where(index => places.HasFlag(index.Place)).Select(index => index.WorkPackageId is { } reference
            ? $$"""SELECT owner.{{reference}} AS id FROM {{index.Name}} AS found CROSS JOIN {{index.Table}} AS owner ON owner.id = found.rowid WHERE found.{{index.Name}} MATCH {0} AND owner.{{reference}} IS NOT NULL"""
            : $$"""SELECT rowid AS id FROM {{index.Name}} WHERE {{index.Name}} MATCH {0}""");
        return $$"""SELECT id AS Value FROM ({{string.Join(" UNION ALL ", rows)}}) LIMIT {1}""";
    }

    // Null where the text would be read otherwise here than where it is compared: the pattern of LIKE ends at a NUL.
    private static List<string>? Parts(string word)
    {
        var letters = word.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        return letters.Count < PartLength || word.Contains('\0')
            ? null
            : [.. Enumerable.Range(0, letters.Count - PartLength + 1).Select(at => string.Concat(letters.Skip(at).Take(PartLength))).Distinct(StringComparer.Ordinal).Take(MostParts)];
    }

    // FTS5 counts its rows, so what is not there must not be taken out: rows without a text are none of it.
    private static string Definition(string name, string table, string column)
    {
        var add = $"INSERT INTO {name} (rowid, {column}) SELECT new.id, new.{column} WHERE new.{column} IS NOT NULL;";
        var remove = $"INSERT INTO {name} ({name}, rowid, {column}) SELECT 'delete', old.id, old.{column} WHERE old.{column} IS NOT NULL;";
        return $"""
            CREATE VIRTUAL TABLE IF NOT EXISTS {name} USING fts5 ({column}, content = '{table}', content_rowid = 'id', tokenize = 'trigram', detail = none, columnsize = 0);
            CREATE TRIGGER IF NOT EXISTS {name}_added AFTER INSERT ON {table} WHEN new.{column} IS NOT NULL BEGIN {add} END;
            CREATE TRIGGER IF NOT EXISTS {name}_removed AFTER DELETE ON {table} WHEN old.{column} IS NOT NULL BEGIN {remove} END;
            CREATE TRIGGER IF NOT EXISTS {name}_changed AFTER UPDATE OF {column} ON {table} WHEN old.{column} IS NOT new.{column} BEGIN {remove} {add} END;
            INSERT INTO {name} ({name}) VALUES ('delete-all');
            INSERT INTO {name} (rowid, {column}) SELECT id, {column} FROM {table} WHERE {column} IS NOT NULL;
            """;
    }
}
