using AutoMapper;
using OpenProject.Domain.WikiPages;

namespace OpenProject.Application.WikiPages;

/// <summary>A wiki page to its row.</summary>
public sealed class WikiPageMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public WikiPageMaps() => CreateMap<WikiPage, WikiPageDto>();
}
