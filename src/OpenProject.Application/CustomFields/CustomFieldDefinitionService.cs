using OpenProject.Application.Common;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Types;

namespace OpenProject.Application.CustomFields;

/// <summary>Defines custom fields, as operators say.</summary>
public sealed class CustomFieldDefinitionService(
    IReadStore store, IAggregates<CustomField> fields, IAggregates<HierarchyItem> items, IUnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>Stores a field with its options or items.</summary>
    /// <returns>The field's id.</returns>
    /// <exception cref="BrokenRule">Something in it contradicts itself, or names a type or a project that does not exist.</exception>
    public async Task<long> CreateAsync(CustomFieldSpec spec, CancellationToken cancellationToken)
    {
        RequireSense(spec);
        var position = await store.CountAsync(store.Rows<CustomField>().Where(f => f.Customizes == spec.Of), cancellationToken) + 1;
        var field = CustomField.Create(spec.Name, spec.Of, spec.Format, position, clock.GetUtcNow().UtcDateTime);
        field.TakeSeveral(spec.IsMulti);
        field.Require(spec.IsRequired, spec.Format == CustomFieldFormat.List ? null : spec.DefaultValue);
        field.Bound(spec.MinLength, spec.MaxLength, spec.Pattern);
        field.KeepForAdministrators(spec.IsAdminOnly);
        field.TakeComments(spec.HasComment);
        foreach (var option in spec.Options)
            field.Offer(option, isDefault: option == spec.DefaultValue);
        if (spec.Of == CustomizedKind.WorkPackage)
            field.AddToTypes(await TypesAsync(spec.Types, cancellationToken));
        if (spec.Projects.Count > 0)
            field.LimitTo(await ProjectsAsync(spec.Projects, cancellationToken));
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                fields.Add(field);
                await unitOfWork.SaveAsync(token);
                if (spec.Format.HasItems())
                    await GrowAsync(field.Id, spec, token);
            },
            cancellationToken);
        return field.Id;
    }

    private static void RequireSense(CustomFieldSpec spec)
    {
        if (spec.Types.Count > 0 && spec.Of != CustomizedKind.WorkPackage)
            throw new BrokenRule("type", "Types are for fields of work packages.");
        if (spec.Projects.Count > 0 && spec.Of == CustomizedKind.User)
            throw new BrokenRule("project", "Users are in no project; their fields are for all.");
        if (spec.Items.Count > 0 && !spec.Format.HasItems())
            throw new BrokenRule("item", "Items are for hierarchies and weighted lists.");
        if (spec.DefaultValue is { } usual)
            CustomDefaults.Require(spec, usual);
    }

    private async Task<IEnumerable<long>> TypesAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        var known = await store.ListAsync(store.Rows<WorkPackageType>().Select(t => new { t.Id, t.Name }), cancellationToken);
        return names.Count == 0
            ? known.Select(t => t.Id)
            : [.. names.Select(name => known.Find(t => t.Name == name)?.Id ?? throw new BrokenRule("type", $"There is no type '{name}'."))];
    }

    private async Task<IEnumerable<long>> ProjectsAsync(IReadOnlyList<string> identifiers, CancellationToken cancellationToken)
    {
        List<string> wanted = [.. identifiers];
        var known = await store.ListAsync(store.Rows<Project>().Where(p => wanted.Contains(p.Identifier)).Select(p => new { p.Id, p.Identifier }), cancellationToken);
        return [.. wanted.Select(identifier => known.Find(p => p.Identifier == identifier)?.Id ?? throw new BrokenRule("project", $"There is no project '{identifier}'."))];
    }

    // Level by level, as items name the id of the one above.
    private async Task GrowAsync(long fieldId, CustomFieldSpec spec, CancellationToken cancellationToken)
    {
        var weights = spec.Format == CustomFieldFormat.WeightedItemList ? ItemWeight.Of(spec.Items) : null;
        var root = HierarchyItem.Root(fieldId);
        items.Add(root);
        await unitOfWork.SaveAsync(cancellationToken);
        var grown = new Dictionary<string, HierarchyItem>(StringComparer.Ordinal) { [""] = root };
        var ways = (weights?.Keys ?? spec.Items).Select(path => path.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        for (var depth = 1; depth <= ways.Select(way => way.Length).DefaultIfEmpty(0).Max(); depth++)
        {
            foreach (var way in ways.Where(way => way.Length >= depth).DistinctBy(way => string.Join('/', way.Take(depth))))
            {
                var (above, own) = (string.Join('/', way.Take(depth - 1)), string.Join('/', way.Take(depth)));
                var item = grown[above].Grow(way[depth - 1], shortName: null, grown.Values.Count(i => i.ParentId == grown[above].Id));
                if (weights is not null)
                    item.Weigh(weights.TryGetValue(own, out var weight) ? weight : throw new BrokenRule("item", $"'{own}' has no weight; items of weighted lists are written High=2.5."));
                items.Add(item);
                grown[own] = item;
            }

            await unitOfWork.SaveAsync(cancellationToken);
        }
    }
}
