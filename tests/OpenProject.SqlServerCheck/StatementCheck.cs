using System.Text.RegularExpressions;
using Microsoft.SqlServer.Dac;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace OpenProject.SqlServerCheck;

/// <summary>
/// Reads statements as SQL Server 2022 would, without a server: ScriptDom parses each, wrapped as the body of a
/// procedure, and the model of the create script resolves the tables, columns and aliases it names.
/// </summary>
/// <remarks>It does not see types of expressions, GROUP BY rules, cascade paths and index limits.</remarks>
/// <param name="script">The schema: CREATE statements, separated by GO.</param>
public sealed partial class StatementCheck(string script)
{
    /// <summary>What is wrong with the schema itself; nothing, it is hoped.</summary>
    public IReadOnlyList<string> CheckSchema()
    {
        using var model = Load();
        return [.. model.Validate().Select(Describe)];
    }

    /// <summary>What is wrong with these statements: for each fault the message and the text.</summary>
    public IReadOnlyList<string> Check(IEnumerable<Statement> statements)
    {
        using var model = Load();
        var faults = new List<string>();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var statement in statements)
        {
            var name = $"statement_{texts.Count}";
            var text = $"CREATE PROCEDURE {name} {statement.Parameters} AS BEGIN\n{statement.Text}\nEND";
            texts.Add(name, text);
            faults.AddRange(Add(model, name, text).Select(fault => $"{fault}\n{text}"));
        }

        // A table that is not there is only a warning, so every message counts.
        faults.AddRange(model.Validate().Select(message => Describe(message, texts)));
        return faults;
    }

    private static IReadOnlyList<string> Add(TSqlModel model, string name, string text)
    {
        using var reader = new StringReader(text);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        if (errors.Count > 0)
            return [.. errors.Select(error => $"{error.Message} (line {error.Line})")];

        try
        {
            model.AddOrUpdateObjects(text, name, new TSqlObjectOptions());
            return [];
        }
        catch (DacModelException refused)
        {
            return [.. refused.Messages.Select(Describe)];
        }
    }

    private TSqlModel Load()
    {
        var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        model.AddObjects(script);
        return model;
    }

    private static string Describe(DacModelMessage message) => $"SQL{message.Number}: {message.Message}";

    private static string Describe(DacModelMessage message, Dictionary<string, string> texts) =>
        texts.TryGetValue(ProcedureName().Match(message.Message).Value, out var text) ? $"{Describe(message)}\n{text}" : Describe(message);

    [GeneratedRegex(@"statement_\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ProcedureName();
}
