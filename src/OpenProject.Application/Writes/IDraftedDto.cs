namespace OpenProject.Application.Writes;

/// <summary>A row with members that no map fills; a draft's row takes them from the state before the request.</summary>
public interface IDraftedDto<in TDto>
{
    /// <summary>Copies what an enricher had filled.</summary>
    void CopyUnmapped(TDto original);
}
