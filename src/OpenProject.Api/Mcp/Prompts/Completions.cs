using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using OpenProject.Api.Mcp.Resources;
using OpenProject.Api.Mcp.Tools;
using OpenProject.Application.Common;
using OpenProject.Application.Mcp;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Sprints;
using OpenProject.Application.Users;
using OpenProject.Application.Versions;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Api.Mcp.Prompts;

/// <summary>Proposes values of prompts' arguments and of templates' ids, out of what the caller may see.</summary>
internal static class Completions
{
    private const int Most = 20;
    private const int LongestText = 255;

    /// <summary>The values that go on as somebody began; none for what cannot be completed, or is switched off. Each takes a turn of those who read.</summary>
    public static async ValueTask<CompleteResult> CompleteAsync(RequestContext<CompleteRequestParams> request, CancellationToken cancellationToken)
    {
        var (sent, services) = (request.Params!, request.Services!);
        using var turn = services.GetRequiredService<CallLimits>().EnterReading(services);
        var switches = await services.GetRequiredService<McpSwitchService>().GetAsync(cancellationToken);
        var kind = sent.Ref switch
        {
            PromptReference prompt when switches.IsOn(McpSwitches.Prompt(prompt.Name)) => PromptCatalogue.Find(prompt.Name)?.Arguments.FirstOrDefault(a => a.Name == sent.Argument.Name)?.Completed ?? Completed.Nothing,
            ResourceTemplateReference template when sent.Argument.Name == "id" => CompletedBy(template, switches),
            _ => Completed.Nothing,
        };
        var text = sent.Argument.Value;
        if (text.Length > LongestText || text.Contains('\0', StringComparison.Ordinal))
            return new CompleteResult();
        var project = sent.Context?.Arguments?.TryGetValue("project", out var chosen) == true ? chosen : null;
        try
        {
            var (values, total) = await FindAsync(kind, sent.Ref is PromptReference, text, project, services, cancellationToken);
            return new CompleteResult { Completion = new Completion { Values = [.. values], Total = total, HasMore = total > values.Count } };
        }
        catch (ProblemException)
        {
            // What cannot be searched for, or may not, is what nothing begins with.
            return new CompleteResult();
        }
    }

    private static Completed CompletedBy(ResourceTemplateReference template, McpSwitches switches) =>
        ResourceCatalogue.All.FirstOrDefault(r => r.IsTemplate && switches.IsOn(McpSwitches.Resource(r.Name)) && template.Uri?.EndsWith(r.Path, StringComparison.Ordinal) == true)?.Completed ?? Completed.Nothing;

    private static async Task<(IReadOnlyList<string> Values, int Total)> FindAsync(
        Completed kind, bool byIdentifier, string text, string? project, IServiceProvider services, CancellationToken cancellationToken)
    {
        var query = new CollectionQuery { Path = $"/mcp/completion/{kind}", PageSize = Most };
        switch (kind)
        {
            case Completed.Project:
                var projects = await services.GetRequiredService<ProjectService>().ListAsync(query.Filtered(Clause("typeahead", "**", text)), kind: null, cancellationToken);
                return ([.. projects.Items.Select(p => byIdentifier ? p.Identifier : ValueText.Of(p.Id))], projects.Total);
            case Completed.Version:
                var versions = services.GetRequiredService<VersionService>();
                var named = query.Filtered(Clause("name", "~", text));
                var found = project is null ? await versions.ListAsync(named, cancellationToken) : await versions.ListInAsync(project, named.Within(project), cancellationToken);
                return ([.. found.Items.Select(v => ValueText.Of(v.Id))], found.Total);
            case Completed.Sprint:
                // There are no names to search sprints by: the first are proposed whatever was begun.
                var sprints = await services.GetRequiredService<SprintService>().ListAsync(query, cancellationToken);
                return ([.. sprints.Items.Select(s => ValueText.Of(s.Id))], sprints.Total);
            case Completed.WorkPackage:
                var work = await services.GetRequiredService<WorkPackageListService>().ListOfAsync(query.Filtered(Clause("subjectOrId", "**", text)), cancellationToken);
                return ([.. work.Items.Select(w => ValueText.Of(w.Id))], work.Total);
            case Completed.User:
                var users = await services.GetRequiredService<UserService>().ListVisibleAsync(query.Filtered(Clause("name", "~", text)), cancellationToken);
                return ([.. users.Items.Select(u => ValueText.Of(u.Id))], users.Total);
            default:
                return ([], 0);
        }
    }

    private static FilterClause[] Clause(string filter, string @operator, string text) => string.IsNullOrWhiteSpace(text) ? [] : [new FilterClause(filter, @operator, [text])];
}
