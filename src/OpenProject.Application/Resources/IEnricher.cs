using OpenProject.Application.Permissions;

namespace OpenProject.Application.Resources;

/// <summary>
/// Fills what a flat projection cannot read (lists of ids and titles, the viewer's own relation to a row): one statement
/// for all rows of a page.
/// </summary>
public interface IEnricher<in TDto>
    where TDto : class, IResourceDto
{
    /// <summary>Fills the rows in place.</summary>
    Task FillAsync(IReadOnlyList<TDto> rows, Access access, CancellationToken cancellationToken);
}
