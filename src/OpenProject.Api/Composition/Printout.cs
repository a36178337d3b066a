using System.Globalization;
using System.Text.Json;

namespace OpenProject.Api.Composition;

/// <summary>What a verb prints, for people and for programs.</summary>
/// <param name="Text">For people: nothing, a line, or a table.</param>
/// <param name="Content">For programs: what becomes one JSON value.</param>
internal sealed record Printout(string Text, object Content)
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    /// <summary>The JSON, in one line.</summary>
    public string Json => JsonSerializer.Serialize(Content, Content.GetType(), Names);

    /// <summary>Rows, their columns parted by tabs below a line that names them.</summary>
    public static Printout Table<T>(IReadOnlyCollection<T> rows, params (string Name, Func<T, string?> Text)[] columns) =>
        new(string.Join('\n', [string.Join('\t', columns.Select(column => column.Name)), .. rows.Select(row => string.Join('\t', columns.Select(column => Plain(column.Text(row)))))]), rows);

    /// <summary>Text that somebody else has written, without what would command the operator's terminal.</summary>
    public static string? Plain(string? text) => text is null ? null : string.Concat(text.Select(sign => char.IsControl(sign) ? ' ' : sign));

    /// <summary>A time as tables show it, UTC.</summary>
    public static string? Time(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
