namespace OpenProject.SqlServerCheck;

/// <summary>What the program reads from its standard input, as JSON.</summary>
/// <param name="Script">The schema: CREATE statements, separated by GO.</param>
/// <param name="Statements">What is to be checked against it.</param>
public sealed record CheckRequest(string Script, IReadOnlyList<Statement> Statements);
