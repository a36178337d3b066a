using Microsoft.EntityFrameworkCore;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// Many rows as one JSON parameter of a statement, which both databases read as a table: a statement for hundreds of rows
/// that differ, where a list of ids is not enough.
/// </summary>
/// <param name="columns">Name and SQL Server type of each column; in JSON it is a member of the same name.</param>
internal sealed class JsonRows(params (string Name, string Type)[] columns)
{
    /// <summary>Rows for one statement.</summary>
    public const int BatchSize = 500;

    /// <summary>A table expression over a parameter, to be given an alias.</summary>
    /// <param name="context">Whose database reads it.</param>
    /// <param name="parameter">The parameter, such as <c>{0}</c>.</param>
    public string From(DbContext context, string parameter) => context is SqlServerDbContext
        ? $"OPENJSON({parameter}) WITH ({string.Join(", ", columns.Select(c => $"{c.Name} {c.Type} '$.{c.Name}'"))})"
        : $"(SELECT {string.Join(", ", columns.Select(c => $"json_extract(value, '$.{c.Name}') AS {c.Name}"))} FROM json_each({parameter}))";

    /// <summary>Changes the rows of a table that belong to those of the parameter.</summary>
    /// <param name="context">Whose database does it.</param>
    /// <param name="table">The table, <c>changed</c> in the assignments.</param>
    /// <param name="assignments">What is set to what of <c>given</c>, the rows of the parameter.</param>
    /// <param name="parameter">The parameter, such as <c>{0}</c>.</param>
    /// <param name="match">Which belong together; those of the same <c>id</c> unless something else is said.</param>
    public string Update(DbContext context, string table, string assignments, string parameter, string match = "given.id = changed.id") => context is SqlServerDbContext
        ? $"UPDATE changed SET {assignments} FROM {table} AS changed INNER JOIN {From(context, parameter)} AS given ON {match}"
        : $"UPDATE {table} AS changed SET {assignments} FROM {From(context, parameter)} AS given WHERE {match}";
}
