namespace OpenProject.Application.Writes;

/// <summary>
/// A row with members that no map fills; a draft's row takes them from the state before the request. Not generic: AutoMapper 8
/// tries extension methods on every generic interface of a mapped type and fails on their constraints.
/// </summary>
public interface IDraftedDto
{
    /// <summary>Copies what an enricher had filled; the original is a row of the same type.</summary>
    void CopyUnmapped(object original);
}
