using OpenProject.Application.Common;
using OpenProject.Application.Principals;
using OpenProject.Application.Resources;
using OpenProject.Application.Versions;
using OpenProject.Application.Writes;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Users;
using OpenProject.Domain.Versions;

namespace OpenProject.Application.CustomFields;

/// <summary>What links of custom fields may lead to.</summary>
public sealed class CustomFieldTargets(CustomOptionResource options, HierarchyItemResource items, VersionResource versions)
{
    private const string Candidates = "/api/v3/principals?pageSize=-1&filters=";

    /// <summary>Where the targets of a format live.</summary>
    public static IReadOnlyList<ResourcePath> PathsOf(CustomFieldFormat format) => format switch
    {
        CustomFieldFormat.User => PrincipalPaths.All,
        CustomFieldFormat.Version => [VersionResource.Location],
        _ when format.HasItems() => [HierarchyItemResource.Location],
        _ => [CustomOptionResource.Location],
    };

    /// <summary>The schema's name for the targets of a format.</summary>
    public static string TypeOf(CustomFieldFormat format) => format switch
    {
        CustomFieldFormat.User => "User",
        CustomFieldFormat.Version => "Version",
        _ when format.HasItems() => "CustomField::Hierarchy::Item",
        _ => "CustomOption",
    };

    /// <summary>What a field may lead to: its options or items, versions that the project has, members of the project.</summary>
    /// <param name="field">The field.</param>
    /// <param name="project">The project of a draft; null for none.</param>
    public AllowedValues<TEntity, TDto> Of<TEntity, TDto>(CustomFieldDefinition field, Func<Draft<TEntity, TDto>, long?> project)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var id = field.Id;
        return field.Format switch
        {
            CustomFieldFormat.User => Principals(project),
            CustomFieldFormat.Version => new AllowedRows<TEntity, TDto, ProjectVersion, VersionDto>(() => versions, (draft, rows, store) =>
            {
                var projectId = project(draft);
                return projectId is null
                    ? rows.Where(v => v.Status == VersionStatus.Open).OrderBy(v => v.SortName)
                    : rows.AvailableIn(store.Rows<Project>().Where(p => p.Id == projectId).Select(p => p.Id), store).Where(v => v.Status == VersionStatus.Open).OrderBy(v => v.SortName);
            }),
            _ when field.Format.HasItems() => new AllowedRows<TEntity, TDto, HierarchyItem, HierarchyItemDto>(
                () => items, (_, rows, _) => rows.Where(i => i.FieldId == id && i.ParentId != null).OrderBy(i => i.Label)),
            _ => new AllowedRows<TEntity, TDto, CustomOption, CustomOptionDto>(() => options, (_, rows, _) => rows.Where(o => o.FieldId == id).OrderBy(o => o.Position)),
        };
    }

    private static AllowedAt<TEntity, TDto> Principals<TEntity, TDto>(Func<Draft<TEntity, TDto>, long?> project)
        where TEntity : class
        where TDto : class, IResourceDto =>
        new(
            draft => Candidates + Uri.EscapeDataString(project(draft) is { } projectId and > 0
                ? $$$"""[{"status":{"operator":"!","values":["3"]}},{"member":{"operator":"=","values":["{{{projectId}}}"]}}]"""
                : """[{"status":{"operator":"!","values":["3"]}}]"""),
            (draft, store) => CandidatesFor(draft, project(draft), store).Select(p => p.Id));

    // As the list of principals shows them: whom the writer does not see he does not find out by naming ids either.
    private static IQueryable<Principal> CandidatesFor<TEntity, TDto>(Draft<TEntity, TDto> draft, long? projectId, IReadStore store)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var members = store.Rows<Membership>().Where(m => m.ProjectId == projectId).Select(m => m.PrincipalId);
        var locked = store.Rows<User>().Where(u => u.Status == UserStatus.Locked);
        PrincipalKind[] kinds = [PrincipalKind.User, PrincipalKind.Group, PrincipalKind.PlaceholderUser];
        return store.Rows<Principal>().VisibleTo(draft.Access)
            .Where(p => kinds.Contains(p.Kind) && (projectId == null || members.Contains(p.Id)) && !locked.Any(u => u.Id == p.Id));
    }
}
