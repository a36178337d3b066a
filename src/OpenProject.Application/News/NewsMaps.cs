using AutoMapper;
using OpenProject.Domain.News;

namespace OpenProject.Application.News;

/// <summary>News to its row.</summary>
public sealed class NewsMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public NewsMaps() => CreateMap<NewsItem, NewsDto>();
}
