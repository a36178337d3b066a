using System.CommandLine;
using System.Globalization;
using OpenProject.Application.Revisions;

namespace OpenProject.Api.Composition;

/// <summary><c>revision create</c>: tells of a commit to a repository, as a hook of the repository may.</summary>
internal static class RevisionVerbs
{
    /// <summary>The verbs.</summary>
    public static Command Create()
    {
        var project = new Option<string>("--project") { Description = "The project's identifier.", Required = true };
        var identifier = new Option<string>("--identifier") { Description = "What the repository calls the revision, such as a hash.", Required = true };
        var author = new Option<string>("--author") { Description = "What the repository calls its author.", Required = true };
        var login = new Option<string?>("--login") { Description = "The login of the user that its author is." };
        var message = new Option<string?>("--message") { Description = "The message of the commit; #12 names a work package." };
        var address = new Option<string>("--url") { Description = "The address of the page that shows it.", Required = true };
        var committed = new Option<DateTimeOffset>("--committed-at") { Description = "When it was committed: 2026-03-02T09:00:00Z.", Required = true };
        var create = new Command("create", "Tells of a revision and prints its id.") { project, identifier, author, login, message, address, committed };
        create.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var userId = parsed.GetValue(login) is { } name ? await services.PersonAsync(name, cancellationToken) : (long?)null;
            var spec = new RevisionSpec(
                parsed.GetRequiredValue(project), parsed.GetRequiredValue(identifier), parsed.GetRequiredValue(author), userId,
                parsed.GetValue(message), parsed.GetRequiredValue(address), parsed.GetRequiredValue(committed));
            var id = await services.GetRequiredService<RevisionService>().CreateAsync(spec, cancellationToken);
            return new Printout(id.ToString(CultureInfo.InvariantCulture), new { id });
        });
        return new Command("revision", "Commits to the repositories of projects.") { create };
    }
}
