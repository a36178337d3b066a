using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace OpenProject.Benchmarks;

/// <summary>A page of SCIM users by ADO.NET and <see cref="Utf8JsonWriter"/>: the same rows and the same body, and nothing is general.</summary>
internal sealed class ScimUserList(string directory, string root)
{
    private const string Rows = """
        SELECT u.id, u.login, u.first_name, u.last_name, u.email, u.status, u.provided_name, u.created_at, u.updated_at, u.revision,
            (SELECT e.external_key FROM external_identities e WHERE e.principal_id = u.id ORDER BY e.provider LIMIT 1)
        FROM principals u WHERE u.kind = 1 ORDER BY u.id LIMIT $size
        """;

    private const string Groups = "SELECT user_id, group_id FROM group_members WHERE user_id IN (SELECT value FROM json_each($ids)) ORDER BY group_id";

    public void Write(IBufferWriter<byte> buffer, int size, int total)
    {
        using var connection = Database.Open(directory);
        var rows = Read(connection, size);
        var groups = ReadGroups(connection, rows).ToLookup(g => g.User, g => g.Group);
        using var json = new Utf8JsonWriter(buffer, WorkPackageJson.Options);
        json.WriteStartObject();
        json.WriteStartArray("schemas"u8);
        json.WriteStringValue("urn:ietf:params:scim:api:messages:2.0:ListResponse"u8);
        json.WriteEndArray();
        json.WriteNumber("totalResults"u8, total);
        json.WriteNumber("startIndex"u8, 1);
        json.WriteNumber("itemsPerPage"u8, size);
        json.WriteStartArray("Resources"u8);
        foreach (var row in rows)
            Write(json, row, groups[row.Id]);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, Row row, IEnumerable<long> groups)
    {
        var id = row.Id.ToString(CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteStartArray("schemas"u8);
        json.WriteStringValue("urn:ietf:params:scim:schemas:core:2.0:User"u8);
        json.WriteEndArray();
        json.WriteString("id"u8, id);
        if (row.External is { } external)
            json.WriteString("externalId"u8, external);
        json.WriteString("userName"u8, row.Login);
        json.WriteStartObject("name"u8);
        json.WriteString("givenName"u8, row.First);
        json.WriteString("familyName"u8, row.Last);
        json.WriteEndObject();
        if (row.Shown is { } shown)
            json.WriteString("displayName"u8, shown);
        json.WriteBoolean("active"u8, row.Status == 1);
        json.WriteStartArray("emails"u8);
        json.WriteStartObject();
        json.WriteString("value"u8, row.Email);
        json.WriteString("type"u8, "work"u8);
        json.WriteBoolean("primary"u8, true);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartArray("groups"u8);
        foreach (var group in groups)
        {
            json.WriteStartObject();
            json.WriteString("value"u8, group.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("meta"u8);
        json.WriteString("resourceType"u8, "User"u8);
        json.WriteString("created"u8, row.Created.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("lastModified"u8, row.Updated.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString("location"u8, $"{root}/Users/{id}");
        json.WriteString("version"u8, string.Create(CultureInfo.InvariantCulture, $"W/\"{row.Revision + 1}\""));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static List<Row> Read(SqliteConnection connection, int size)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Rows;
        command.Parameters.AddWithValue("$size", size);
        using var reader = command.ExecuteReader();
        var rows = new List<Row>(size);
        string? Text(int at) => reader.IsDBNull(at) ? null : reader.GetString(at);
        while (reader.Read())
        {
            rows.Add(new Row(
                reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), Text(4), reader.GetInt32(5), Text(6),
                reader.GetDateTime(7), reader.GetDateTime(8), reader.GetInt32(9), Text(10)));
        }

        return rows;
    }

    private static List<(long User, long Group)> ReadGroups(SqliteConnection connection, List<Row> rows)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Groups;
        command.Parameters.AddWithValue("$ids", "[" + string.Join(',', rows.Select(row => row.Id)) + "]");
        using var reader = command.ExecuteReader();
        var groups = new List<(long, long)>();
        while (reader.Read())
            groups.Add((reader.GetInt64(0), reader.GetInt64(1)));
        return groups;
    }

    private sealed record Row(
        long Id, string Login, string First, string Last, string? Email, int Status, string? Shown, DateTime Created, DateTime Updated, int Revision, string? External);
}
