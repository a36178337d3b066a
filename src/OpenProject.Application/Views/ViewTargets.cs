using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.SavedQueries;
using OpenProject.Application.Writes;
using OpenProject.Domain.Views;

namespace OpenProject.Application.Views;

/// <summary>What the links of a view may lead to.</summary>
public sealed class ViewTargets(SavedQueryResource queries)
{
    /// <summary>The queries that the writer may see.</summary>
    public AllowedValues<View, ViewDto> Queries { get; } = new AllowedAt<View, ViewDto>(
        _ => SavedQueryResource.Location.Value,
        (draft, store) => queries.VisibleTo(store.Rows<Domain.SavedQueries.SavedQuery>(), draft.Access).Select(q => q.Id),
        label => $"{label} does not exist.");
}
