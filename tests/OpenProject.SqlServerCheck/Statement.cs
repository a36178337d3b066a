namespace OpenProject.SqlServerCheck;

/// <summary>A T-SQL text that would be sent to SQL Server, with the declarations of its parameters but without their values.</summary>
/// <param name="Text">One or more statements.</param>
/// <param name="Parameters">Such as <c>@p0 bigint</c>, separated by commas.</param>
public sealed record Statement(string Text, string Parameters);
