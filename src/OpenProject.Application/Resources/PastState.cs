namespace OpenProject.Application.Resources;

/// <summary>A resource as it was at a time that a request names.</summary>
/// <param name="Timestamp">The time as the request names it.</param>
/// <param name="Moment">The same, UTC.</param>
/// <param name="MatchesFilters">Whether it fulfilled the request's filters then.</param>
/// <param name="Row">The row then; null when it did not exist.</param>
public sealed record PastState<TDto>(string Timestamp, DateTime Moment, bool MatchesFilters, TDto? Row)
    where TDto : class, IResourceDto;
