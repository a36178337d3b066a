using System.CommandLine;
using OpenProject.Application.Bcf.Exchange;

namespace OpenProject.Api.Composition;

/// <summary><c>bcf export</c>, <c>bcf import</c>: topics as archives.</summary>
internal static class BcfVerbs
{
    /// <summary>The verbs.</summary>
    public static Command Create()
    {
        var project = new Argument<string>("project") { Description = "The project's id or identifier." };
        var file = new Argument<FileInfo>("file") { Description = "The .bcfzip." };
        var export = new Command("export", "Writes the topics of a project as a .bcfzip of BCF-XML 2.1.") { project, file };
        export.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var target = parsed.GetRequiredValue(file);
            await using (var stream = target.Open(FileMode.Create, FileAccess.ReadWrite))
                await services.GetRequiredService<BcfExportService>().WriteAsync(parsed.GetRequiredValue(project), stream, cancellationToken);
            target.Refresh();
            return new Printout($"{target.Length} bytes", new { Bytes = target.Length });
        });
        var import = new Command("import", "Takes the topics of a .bcfzip of BCF-XML 2.0, 2.1 or 3.0 into a project.") { project, file };
        import.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            await using var stream = parsed.GetRequiredValue(file).OpenRead();
            var done = await services.GetRequiredService<BcfImportService>().ImportAsync(parsed.GetRequiredValue(project), stream, cancellationToken);
            var text = $"{done.Created} created, {done.Updated} updated, {done.Unchanged} unchanged";
            return new Printout(string.Join(Environment.NewLine, done.Warnings.Prepend(text)), new { done.Created, done.Updated, done.Unchanged, done.Warnings });
        });
        return new Command("bcf", "Issues of building models.") { export, import };
    }
}
