using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace OpenProject.Benchmarks;

/// <summary>A page of work packages by ADO.NET and <see cref="Utf8JsonWriter"/>: what a list costs when nothing is general.</summary>
internal sealed class WorkPackageList(string directory)
{
    private const string Rows = """
        SELECT w.id, w.lock_version, w.subject, w.description, w.description_html, w.created_at, w.updated_at, s.is_readonly, w.schedule_manually,
            w.ignore_non_working_days, w.start_date, w.due_date, w.duration_days, w.derived_start_date, w.derived_due_date, w.estimated_minutes,
            w.derived_estimated_minutes, w.remaining_minutes, w.derived_remaining_minutes, w.percentage_done, w.derived_percentage_done,
            w.project_id, p.name, w.type_id, t.name, w.priority_id, r.name, w.status_id, s.name, w.author_id, a.name, w.responsible_id, o.name,
            w.assignee_id, g.name, w.category_id, c.name, w.version_id, v.name, w.parent_id, u.subject,
            w.budget_id, b.subject, w.phase_id, f.definition_id, d.name
        FROM work_packages w
        JOIN projects p ON p.id = w.project_id JOIN types t ON t.id = w.type_id JOIN priorities r ON r.id = w.priority_id
        JOIN statuses s ON s.id = w.status_id JOIN principals a ON a.id = w.author_id LEFT JOIN principals o ON o.id = w.responsible_id
        LEFT JOIN principals g ON g.id = w.assignee_id LEFT JOIN categories c ON c.id = w.category_id LEFT JOIN versions v ON v.id = w.version_id
        LEFT JOIN work_packages u ON u.id = w.parent_id LEFT JOIN budgets b ON b.id = w.budget_id LEFT JOIN project_phases f ON f.id = w.phase_id
        LEFT JOIN project_phase_definitions d ON d.id = f.definition_id
        WHERE w.id IN (SELECT x.id FROM work_packages x JOIN statuses y ON y.id = x.status_id WHERE NOT y.is_closed ORDER BY x.id LIMIT $size)
        ORDER BY w.id
        """;

    private const string Relatives = """
        SELECT h.descendant_id, h.ancestor_id, w.subject, -h.depth FROM work_package_hierarchies h JOIN work_packages w ON w.id = h.ancestor_id
        WHERE h.depth > 0 AND h.descendant_id IN (SELECT value FROM json_each($ids))
        UNION ALL
        SELECT h.ancestor_id, h.descendant_id, w.subject, h.depth FROM work_package_hierarchies h JOIN work_packages w ON w.id = h.descendant_id
        WHERE h.depth = 1 AND h.ancestor_id IN (SELECT value FROM json_each($ids))
        """;

    private const string Spent = """
        SELECT h.ancestor_id, SUM(e.minutes) FROM work_package_hierarchies h JOIN time_entries e ON e.work_package_id = h.descendant_id
        WHERE h.ancestor_id IN (SELECT value FROM json_each($ids)) GROUP BY h.ancestor_id
        """;

    public void Write(IBufferWriter<byte> buffer, int size, int total)
    {
        using var connection = Database.Open(directory);
        var rows = Read(connection, size);
        var relatives = ReadRelatives(connection, rows).ToLookup(r => r.OfId);
        var spent = ReadSpent(connection, rows);
        using var json = new Utf8JsonWriter(buffer, WorkPackageJson.Options);
        json.WriteStartObject();
        json.WriteString("_type"u8, "WorkPackageCollection"u8);
        json.WriteNumber("total"u8, total);
        json.WriteNumber("count"u8, rows.Count);
        json.WriteNumber("pageSize"u8, size);
        json.WriteNumber("offset"u8, 1);
        json.WriteStartObject("_embedded"u8);
        json.WriteStartArray("elements"u8);
        foreach (var row in rows)
            WorkPackageJson.Write(json, row, [.. relatives[row.Id]], spent.GetValueOrDefault(row.Id));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static List<WorkPackageRow> Read(SqliteConnection connection, int size)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Rows;
        command.Parameters.AddWithValue("$size", size);
        using var reader = command.ExecuteReader();
        var rows = new List<WorkPackageRow>(size);
        while (reader.Read())
            rows.Add(Row(reader));
        return rows;
    }

    private static List<Relative> ReadRelatives(SqliteConnection connection, List<WorkPackageRow> rows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Relatives;
        command.Parameters.AddWithValue("$ids", Ids(rows));
        using var reader = command.ExecuteReader();
        var relatives = new List<Relative>();
        while (reader.Read())
            relatives.Add(new Relative(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetInt32(3)));
        return relatives;
    }

    private static Dictionary<long, int> ReadSpent(SqliteConnection connection, List<WorkPackageRow> rows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Spent;
        command.Parameters.AddWithValue("$ids", Ids(rows));
        using var reader = command.ExecuteReader();
        var spent = new Dictionary<long, int>();
        while (reader.Read())
            spent[reader.GetInt64(0)] = reader.GetInt32(1);
        return spent;
    }

    private static string Ids(List<WorkPackageRow> rows) => "[" + string.Join(',', rows.Select(r => r.Id)) + "]";

    private static WorkPackageRow Row(SqliteDataReader r)
    {
        string? Text(int i) => r.IsDBNull(i) ? null : r.GetString(i);
        long? Id(int i) => r.IsDBNull(i) ? null : r.GetInt64(i);
        int? Int(int i) => r.IsDBNull(i) ? null : r.GetInt32(i);
        DateOnly? Date(int i) => r.IsDBNull(i) ? null : DateOnly.ParseExact(r.GetString(i), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new WorkPackageRow(
            r.GetInt64(0), r.GetInt32(1), r.GetString(2), Text(3), Text(4), r.GetDateTime(5), r.GetDateTime(6), r.GetBoolean(7), r.GetBoolean(8),
            r.GetBoolean(9), Date(10), Date(11), Int(12), Date(13), Date(14), Int(15), Int(16), Int(17), Int(18), Int(19), Int(20), r.GetInt64(21),
            r.GetString(22), r.GetInt64(23), r.GetString(24), r.GetInt64(25), r.GetString(26), r.GetInt64(27), r.GetString(28), r.GetInt64(29),
            r.GetString(30), Id(31), Text(32), Id(33), Text(34), Id(35), Text(36), Id(37), Text(38), Id(39), Text(40), Id(41), Text(42), Id(43), Id(44),
            Text(45));
    }
}
