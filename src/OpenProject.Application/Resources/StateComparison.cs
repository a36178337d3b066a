namespace OpenProject.Application.Resources;

/// <summary>How a resource was at several times; its body is that of the last one.</summary>
/// <param name="States">The states, in the order of the request.</param>
public sealed record StateComparison<TDto>(IReadOnlyList<PastState<TDto>> States)
    where TDto : class, IResourceDto
{
    /// <summary>The state that the body has.</summary>
    public PastState<TDto> Last => States[^1];
}
