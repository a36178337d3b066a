using System.CommandLine;
using OpenProject.Application.HelpTexts;
using OpenProject.Application.ProjectPhases;
using OpenProject.Application.Projects;
using OpenProject.Application.Sprints;
using OpenProject.Domain.Documents;
using OpenProject.Domain.HelpTexts;
using OpenProject.Domain.Meetings;
using OpenProject.Domain.Posts;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Sprints;
using OpenProject.Domain.WikiPages;

namespace OpenProject.Api.Composition;

/// <summary><c>content create</c>, <c>sprint create</c>, <c>phase set</c>, <c>help-text set</c>: what API v3 shows and nothing published makes.</summary>
internal static class ContentVerbs
{
    private const int UsualMinutes = 60;

    /// <summary>The verbs.</summary>
    public static IEnumerable<Command> All() =>
    [
        new Command("content", "Documents, wiki pages, posts and meetings.") { Content() },
        new Command("sprint", "Sprints.") { Sprint() },
        new Command("phase", "Phases that projects go through.") { Phase() },
        new Command("help-text", "What attributes mean.") { Help() },
    ];

    private static Command Content()
    {
        var kind = Required<ProjectContentKind>("--kind", "Document, WikiPage, Post or Meeting.");
        var (project, title, author) = (Project(), Required<string>("--title", "What it is called."), new Option<string?>("--author") { Description = "The author's login; the operator when not given." });
        var file = new Option<FileInfo?>("--file") { Description = "What it says, Markdown." };
        var start = new Option<DateTimeOffset?>("--start") { Description = "When a meeting begins, e.g. 2027-03-01T09:00Z." };
        var minutes = new Option<int>("--minutes") { Description = "How long a meeting takes.", DefaultValueFactory = _ => UsualMinutes };
        var location = new Option<string?>("--location") { Description = "Where people meet." };
        var create = new Command("create", "Adds something to read to a project.") { kind, project, title, author, file, start, minutes, location };
        create.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var projectId = await services.GetRequiredService<WorkspaceService>().IdOfAsync(parsed.GetRequiredValue(project), cancellationToken);
            var authorId = parsed.GetValue(author) is { } login ? await services.PersonAsync(login, cancellationToken) : services.OperatorId();
            var (name, now) = (parsed.GetRequiredValue(title), services.Now());
            ProjectContent Make() => parsed.GetRequiredValue(kind) switch
            {
                ProjectContentKind.WikiPage => WikiPage.Create(projectId, authorId, name, now),
                ProjectContentKind.Post => Post.Create(projectId, authorId, name, now),
                ProjectContentKind.Meeting => Meet(Meeting.Create(projectId, authorId, name, parsed.GetValue(start)?.UtcDateTime ?? now, parsed.GetValue(minutes), now), parsed.GetValue(location)),
                _ => Document.Create(projectId, authorId, name, now),
            };
            var text = parsed.GetValue(file) is { } source ? await File.ReadAllTextAsync(source.FullName, cancellationToken) : null;
            var id = await services.GetRequiredService<ProjectContentService>().AddAsync(Make, text, cancellationToken);
            return new Printout($"{parsed.GetRequiredValue(kind)} {id}", new { Id = id });
        });
        return create;
    }

    private static Meeting Meet(Meeting meeting, string? location)
    {
        meeting.MeetAt(location);
        return meeting;
    }

    private static Command Sprint()
    {
        var (project, name) = (Project(), Required<string>("--name", "What it is called."));
        var start = new Option<DateOnly?>("--start") { Description = "The first day." };
        var finish = new Option<DateOnly?>("--finish") { Description = "The last day." };
        var status = new Option<SprintStatus>("--status") { Description = "InPlanning, Active or Completed.", DefaultValueFactory = _ => SprintStatus.InPlanning };
        var file = new Option<FileInfo?>("--file") { Description = "What it is for, Markdown." };
        var create = new Command("create", "Makes a sprint of a project.") { project, name, file, start, finish, status };
        create.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var projectId = await services.GetRequiredService<WorkspaceService>().IdOfAsync(parsed.GetRequiredValue(project), cancellationToken);
            var text = parsed.GetValue(file) is { } source ? await File.ReadAllTextAsync(source.FullName, cancellationToken) : null;
            var id = await services.GetRequiredService<SprintService>().AddAsync(
                projectId, parsed.GetRequiredValue(name), text, parsed.GetValue(start), parsed.GetValue(finish), parsed.GetValue(status), services.Now(), cancellationToken);
            return new Printout($"Sprint {id}", new { Id = id });
        });
        return create;
    }

    private static Command Phase()
    {
        var (project, name) = (Project(), Required<string>("--name", "The phase, e.g. Planning."));
        var inactive = new Option<bool>("--inactive") { Description = "The project leaves it out." };
        var set = new Command("set", "Says whether a project goes through a phase.") { project, name, inactive };
        set.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var projectId = await services.GetRequiredService<WorkspaceService>().IdOfAsync(parsed.GetRequiredValue(project), cancellationToken);
            var active = !parsed.GetValue(inactive);
            var id = await services.GetRequiredService<ProjectPhaseService>().ActivateAsync(projectId, parsed.GetRequiredValue(name), active, services.Now(), cancellationToken);
            return new Printout($"Phase {id}", new { Id = id, Active = active });
        });
        return set;
    }

    private static Command Help()
    {
        var scope = Required<HelpTextScope>("--scope", "WorkPackage or Project.");
        var (attribute, file) = (Required<string>("--attribute", "The attribute's name in the API."), Required<FileInfo>("--file", "What it means, Markdown."));
        var set = new Command("set", "Explains an attribute, or explains it anew.") { scope, attribute, file };
        set.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var text = await File.ReadAllTextAsync(parsed.GetRequiredValue(file).FullName, cancellationToken);
            var id = await services.GetRequiredService<HelpTextService>().ExplainAsync(
                parsed.GetRequiredValue(scope), parsed.GetRequiredValue(attribute), text, cancellationToken);
            return new Printout($"Help text {id}", new { Id = id });
        });
        return set;
    }

    private static Option<string> Project() => Required<string>("--project", "The project's id or identifier.");

    private static Option<T> Required<T>(string name, string description) => new(name) { Description = description, Required = true };
}
