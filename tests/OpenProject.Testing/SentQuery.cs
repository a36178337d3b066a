namespace OpenProject.Testing;

/// <summary>A query as it was sent.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Plan">The steps of SQLite's plan, e.g. <c>SEARCH w USING INTEGER PRIMARY KEY (rowid=?)</c>.</param>
public sealed record SentQuery(string Text, IReadOnlyList<string> Plan);
