using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace OpenProject.Benchmarks;

/// <summary>The users of a SCIM bulk request by ADO.NET: of each, whether its name or address is taken, and its row, in a transaction of its own.</summary>
internal sealed class ScimUserInsert(string directory)
{
    private const string Taken = "SELECT login = $login FROM principals WHERE login = $login OR email = $email LIMIT 1";

    private const string Insert = """
        INSERT INTO principals (kind, login, first_name, last_name, name, sort_name, email, admin, status, language, hide_email, force_password_change, session_generation,
            failed_sign_ins, auto_hide_popups, comment_sort_descending, disable_keyboard_shortcuts, warn_on_leaving_unsaved, revision, created_at, updated_at)
        VALUES (1, $login, $first, $last, $name, $sort, $email, 0, 1, 'en', 1, 0, 0, 0, 0, 0, 0, 0, 0, $now, $now) RETURNING id
        """;

    /// <summary>Inserts them, and writes what became of each.</summary>
    public void Write(JsonElement bulk, Utf8JsonWriter json, string root)
    {
        using var connection = Database.Open(directory);
        json.WriteStartObject();
        json.WriteStartArray("Operations"u8);
        foreach (var operation in bulk.GetProperty("Operations"u8).EnumerateArray())
        {
            json.WriteStartObject();
            json.WriteString("method"u8, "POST"u8);
            json.WriteString("bulkId"u8, operation.GetProperty("bulkId"u8).GetString());
            json.WriteString("location"u8, $"{root}/Users/{One(connection, operation.GetProperty("data"u8))}");
            json.WriteString("version"u8, "W/\"1\""u8);
            json.WriteString("status"u8, "201"u8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static long One(SqliteConnection connection, JsonElement user)
    {
        var (login, email) = (user.GetProperty("userName"u8).GetString()!, user.GetProperty("emails"u8)[0].GetProperty("value"u8).GetString()!);
        var name = user.GetProperty("name"u8);
        var (first, last) = (name.GetProperty("givenName"u8).GetString()!, name.GetProperty("familyName"u8).GetString()!);
        using var transaction = connection.BeginTransaction();
        using var taken = connection.CreateCommand();
        taken.CommandText = Taken;
        taken.Parameters.AddWithValue("$login", login);
        taken.Parameters.AddWithValue("$email", email);
        if (taken.ExecuteScalar() is not null)
            throw new InvalidOperationException($"The user {login} is there already.");
        using var insert = connection.CreateCommand();
        insert.CommandText = Insert;
        insert.Parameters.AddWithValue("$login", login);
        insert.Parameters.AddWithValue("$email", email);
        insert.Parameters.AddWithValue("$first", first);
        insert.Parameters.AddWithValue("$last", last);
        insert.Parameters.AddWithValue("$name", $"{first} {last}");
        insert.Parameters.AddWithValue("$sort", $"{last} {first}");
        insert.Parameters.AddWithValue("$now", TimeProvider.System.GetUtcNow().UtcDateTime);
        var id = (long)insert.ExecuteScalar()!;
        transaction.Commit();
        return id;
    }
}
