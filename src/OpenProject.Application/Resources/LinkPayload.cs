namespace OpenProject.Application.Resources;

/// <summary>A body that is one link, as actions tell what following them takes.</summary>
/// <param name="Name">The member.</param>
/// <param name="Href">Where it leads.</param>
public sealed record LinkPayload<TDto>(string Name, HrefTemplate<TDto> Href)
    where TDto : IResourceDto;
