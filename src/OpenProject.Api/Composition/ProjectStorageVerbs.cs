using System.CommandLine;
using System.Globalization;
using OpenProject.Application.ProjectStorages;

namespace OpenProject.Api.Composition;

/// <summary><c>project-storage create</c>: lets a project use a storage.</summary>
internal static class ProjectStorageVerbs
{
    /// <summary>The verbs.</summary>
    public static Command Create()
    {
        var project = new Option<string>("--project") { Description = "The project's identifier.", Required = true };
        var storage = new Option<string>("--storage") { Description = "The storage's name.", Required = true };
        var folder = new Option<string?>("--folder") { Description = "The project's folder, as the storage names it." };
        var create = new Command("create", "Lets a project use a storage and prints the pair's id.") { project, storage, folder };
        create.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var id = await services.GetRequiredService<ProjectStorageService>().CreateAsync(
                parsed.GetRequiredValue(project), parsed.GetRequiredValue(storage), parsed.GetValue(folder), cancellationToken);
            return new Printout(id.ToString(CultureInfo.InvariantCulture), new { id });
        });
        return new Command("project-storage", "Which projects use which storages.") { create };
    }
}
