using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>Reads definitions of fields, options of lists and items of hierarchies.</summary>
public sealed class CustomFieldService(ResourceReader reader, CustomFieldResource fields, CustomOptionResource options, HierarchyItemResource items)
{
    /// <summary>The definitions of the fields that the viewer sees anywhere.</summary>
    public Task<Page<CustomFieldDto>> ListFieldsAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(fields, query, within: null, cancellationToken);

    /// <summary>The definition of a field.</summary>
    public Task<Document<CustomFieldDto>> FindFieldAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(fields, id, cancellationToken);

    /// <summary>An option.</summary>
    public Task<Document<CustomOptionDto>> FindOptionAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(options, id, cancellationToken);

    /// <summary>An item.</summary>
    public async Task<Document<HierarchyItemDto>> FindItemAsync(long id, CancellationToken cancellationToken)
    {
        RequireName();
        return await reader.FindAsync(items, id, cancellationToken);
    }

    /// <summary>An item and all above it, the root first.</summary>
    public async Task<Page<HierarchyItemDto>> ListBranchAsync(long id, CollectionQuery query, CancellationToken cancellationToken)
    {
        RequireName();
        var item = await reader.RowAsync(items, id, cancellationToken);
        var tree = await TreeOfAsync((await reader.Store.FirstOrDefaultAsync(reader.Store.Rows<HierarchyItem>().Where(i => i.Id == id).Select(i => (long?)i.FieldId), cancellationToken)) ?? 0, cancellationToken);
        var branch = new List<HierarchyItemDto>();
        for (var at = item.Id; tree.TryGetValue(at, out var node); at = node.ParentId ?? 0)
            branch.Insert(0, node);
        return Page(branch, query);
    }

    /// <summary>
    /// An item of a field and those below it, each before those below it; the root where none is named. Leaves as not found where
    /// the viewer does not see the field, as not processable where it has no items.
    /// </summary>
    /// <param name="fieldId">The field.</param>
    /// <param name="parent">The item; null for the root.</param>
    /// <param name="depth">How many levels below it; null for all.</param>
    /// <param name="query">What is asked of the list.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<HierarchyItemDto>> ListItemsAsync(long fieldId, long? parent, int? depth, CollectionQuery query, CancellationToken cancellationToken)
    {
        RequireName();
        var format = await reader.Store.FirstOrDefaultAsync(
            VisibleFields.Of(reader.Access).Where(f => f.Id == fieldId).Select(f => (CustomFieldFormat?)f.Format), cancellationToken)
            ?? throw new ProblemException(new Problem.NotFound());
        if (!format.HasItems())
            throw new ProblemException(new Problem.Unprocessable("The requested custom field resource is of wrong type."));
        var tree = await TreeOfAsync(fieldId, cancellationToken);
        var top = parent is { } id ? tree.GetValueOrDefault(id) : tree.Values.FirstOrDefault(i => i.ParentId is null);
        if (top is null)
            throw new ProblemException(new Problem.NotFound());
        var below = tree.Values.ToLookup(i => i.ParentId);
        var listed = new List<HierarchyItemDto>();
        Add(top, depth ?? int.MaxValue);
        return Page(listed, query);

        void Add(HierarchyItemDto item, int levels)
        {
            listed.Add(item);
            foreach (var child in levels > 0 ? below[item.Id].OrderBy(i => i.Position) : Enumerable.Empty<HierarchyItemDto>())
                Add(child, levels - 1);
        }
    }

    private void RequireName()
    {
        if (reader.Access.Viewer.IsAnonymous)
            throw new ProblemException(new Problem.Forbidden());
    }

    private async Task<Dictionary<long, HierarchyItemDto>> TreeOfAsync(long fieldId, CancellationToken cancellationToken) =>
        (await reader.DocumentsAsync(items, reader.Store.Rows<HierarchyItem>().Where(i => i.FieldId == fieldId), cancellationToken)).ToDictionary(d => d.Dto.Id, d => d.Dto);

    private Page<HierarchyItemDto> Page(List<HierarchyItemDto> rows, CollectionQuery query) => new(rows, rows.Count, query, reader.Access);
}
