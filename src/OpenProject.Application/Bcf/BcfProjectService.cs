using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Writes;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Bcf;

/// <summary>Finds and renames the projects that use building models: visible, active, with the module <c>bim</c>.</summary>
public sealed class BcfProjectService(ResourceReader reader, ProjectResource resource, ProjectService projects)
{
    /// <summary>The module's name.</summary>
    public const string Module = "bim";

    // Who reads or writes something asks for its project several times in a request.
    private (string Key, BcfProject Project)? last;

    private static readonly Expression<Func<Project, bool>> UsesModels = p => p.Active && p.Modules.Any(m => m.Name == Module);

    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<BcfProject>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await reader.Store.ListAsync(
            reader.Visible(resource).Where(UsesModels).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name }), cancellationToken);
        await reader.Access.LoadAsync(rows.Select(r => r.Id));
        return [.. rows.Select(r => Of(r.Id, r.Name))];
    }

    /// <summary>One of them, by id or identifier; leaves as not found where there is none.</summary>
    public async Task<BcfProject> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (last is { } known && known.Key == key)
            return known.Project;
        var row = await reader.Store.FirstOrDefaultAsync(
            reader.Visible(resource).Where(ProjectResource.Named(key, kind: null)).Where(UsesModels).Select(p => new { p.Id, p.Name }), cancellationToken)
            ?? throw new ProblemException(new Problem.NotFound());
        await reader.Access.LoadAsync([row.Id]);
        var project = Of(row.Id, row.Name);
        last = (key, project);
        return project;
    }

    /// <summary>One whose topics the viewer may see; leaves as forbidden where he sees the project alone.</summary>
    public async Task<BcfProject> SeenAsync(string key, CancellationToken cancellationToken)
    {
        var project = await FindAsync(key, cancellationToken);
        return project.Rights.MaySee ? project : throw new ProblemException(new Problem.Forbidden());
    }

    /// <summary>One whose topics the viewer may write; leaves as forbidden otherwise.</summary>
    public async Task<BcfProject> ManagedAsync(string key, CancellationToken cancellationToken)
    {
        var project = await FindAsync(key, cancellationToken);
        return project.Rights.MayManage ? project : throw new ProblemException(new Problem.Forbidden());
    }

    /// <summary>One that the viewer may edit; leaves as forbidden otherwise.</summary>
    public async Task<BcfProject> EditableAsync(string key, CancellationToken cancellationToken)
    {
        var project = await FindAsync(key, cancellationToken);
        return project.Rights.MayEditProject ? project : throw new ProblemException(new Problem.Forbidden());
    }

    /// <summary>Gives one another name.</summary>
    /// <param name="key">The id or the identifier.</param>
    /// <param name="input">What was sent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<BcfProject> UpdateAsync(string key, BcfProjectInput input, CancellationToken cancellationToken)
    {
        var project = await EditableAsync(key, cancellationToken);
        List<FieldError> errors = [.. input.Errors];
        if (input.ProjectId is { } id && id != project.Id.ToString())
            errors.Add(new FieldError("project_id", "ID was attempted to be written but is not writable.", FieldErrorKind.ReadOnly));
        var changes = new ChangeSet<Project, ProjectDto>([], errors, lockVersion: null).With(resource, "name", input.Name ?? "");
        await projects.UpdateAsync(project.Id.ToString(), kind: null, changes, cancellationToken);
        last = null;
        return await FindAsync(project.Id.ToString(), cancellationToken);
    }

    private BcfProject Of(long id, string name) => new(id, name, new BcfRights(reader.Access.In(id), reader.Access.Viewer.UserId));
}

/// <summary>What a project is to be like.</summary>
/// <param name="Name">The name; null when none was sent.</param>
/// <param name="ProjectId">The id that was sent with it; null for none.</param>
/// <param name="Errors">What could not be read.</param>
public sealed record BcfProjectInput(string? Name, string? ProjectId, IReadOnlyList<FieldError> Errors);
