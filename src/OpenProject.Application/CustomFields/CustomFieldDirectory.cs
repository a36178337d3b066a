using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>
/// The custom fields of the installation, for a second at the longest. When they have changed, the declarations of what they
/// are of get other fields.
/// </summary>
public sealed class CustomFieldDirectory(IEnumerable<ICustomization> customizations, IChangeSignal signal, TimeProvider clock)
{
    // There is one directory.
    private const int TheOne = 0;

    private readonly ShortMemory<int, bool> fresh = new(() => signal.SettledEpoch, clock, TimeSpan.FromSeconds(1), most: 1);
    private readonly Lock defining = new();
    private volatile IReadOnlyList<CustomFieldDefinition> fields = [];
    private string stamp = "";

    /// <summary>The fields of a kind, in order.</summary>
    public IEnumerable<CustomFieldDefinition> Of(CustomizedKind kind) => fields.Where(f => f.Customizes == kind);

    /// <summary>The ids of the fields of any kind that are not there for a viewer, wherever they are.</summary>
    public IReadOnlyCollection<long> HiddenFrom(Access access) => [.. fields.Where(f => !f.IsOpenTo(access)).Select(f => f.Id)];

    /// <summary>Makes sure that the declarations know the fields. One statement at most where there are none, four where there are some.</summary>
    public async ValueTask RefreshAsync(IReadStore store, CancellationToken cancellationToken)
    {
        if (fresh.TryGet(TheOne, out _))
            return;
        var moment = fresh.Now;
        var found = await ReadAsync(store, cancellationToken);
        lock (defining)
            Define(found);
        fresh.Put(TheOne, value: true, moment);
    }

    private void Define(IReadOnlyList<CustomFieldDefinition> found)
    {
        var current = string.Join('|', found.Select(f => $"{f.Id}:{f.UpdatedAt.Ticks}:{f.Options.Count}:{string.Join(',', f.TypeIds)}:{string.Join(',', f.ProjectIds)}"));
        if (current == stamp)
            return;
        fields = found;
        foreach (var customization in customizations)
            customization.Define([.. Of(customization.Kind)]);
        stamp = current;
    }

    private static async Task<IReadOnlyList<CustomFieldDefinition>> ReadAsync(IReadStore store, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            store.Rows<CustomField>().OrderBy(f => f.Position).ThenBy(f => f.Id).Select(f => new CustomFieldDefinition
            {
                Id = f.Id, Label = f.Name, Customizes = f.Customizes, Format = f.Format, IsMulti = f.IsMulti, IsRequired = f.IsRequired, IsForAll = f.IsForAll,
                IsAdminOnly = f.IsAdminOnly, HasComment = f.HasComment, MinLength = f.MinLength, MaxLength = f.MaxLength, Pattern = f.Pattern, DefaultValue = f.DefaultValue, UpdatedAt = f.UpdatedAt,
            }),
            cancellationToken);
        if (found.Count == 0)
            return found;
        var options = (await store.ListAsync(store.Rows<CustomOption>().OrderBy(o => o.Position).Select(o => new { o.FieldId, o.Id, o.Value, o.IsDefault }), cancellationToken)).ToLookup(o => o.FieldId);
        var types = (await store.ListAsync(store.Rows<CustomFieldType>().OrderBy(t => t.TypeId).Select(t => new { t.FieldId, t.TypeId }), cancellationToken)).ToLookup(t => t.FieldId, t => t.TypeId);
        var projects = (await store.ListAsync(store.Rows<CustomFieldProject>().OrderBy(p => p.ProjectId).Select(p => new { p.FieldId, p.ProjectId }), cancellationToken)).ToLookup(p => p.FieldId, p => p.ProjectId);
        foreach (var field in found)
        {
            field.Options = options[field.Id].ToDictionary(o => o.Id, o => o.Value);
            field.DefaultOptions = [.. options[field.Id].Where(o => o.IsDefault).Select(o => o.Id)];
            (field.TypeIds, field.ProjectIds) = (types[field.Id].ToHashSet(), projects[field.Id].ToHashSet());
        }

        return found;
    }
}
