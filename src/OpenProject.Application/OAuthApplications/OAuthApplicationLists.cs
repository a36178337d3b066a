using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.OAuthApplications;

namespace OpenProject.Application.OAuthApplications;

/// <summary>Fills in the scopes and redirect URIs of applications.</summary>
public sealed class OAuthApplicationLists(IReadStore store) : IEnricher<OAuthApplicationDto>
{
    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<OAuthApplicationDto> rows, Access access, CancellationToken cancellationToken)
    {
        List<long> ids = [.. rows.Select(r => r.Id)];
        var found = await store.ListAsync(
            store.Rows<OAuthApplication>().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Scopes, a.RedirectUris }), cancellationToken);
        var lists = found.ToDictionary(a => a.Id);
        foreach (var row in rows.Where(row => lists.ContainsKey(row.Id)))
            (row.Scopes, row.RedirectUris) = (lists[row.Id].Scopes, lists[row.Id].RedirectUris);
    }
}
