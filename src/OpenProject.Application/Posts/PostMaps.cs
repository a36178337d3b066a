using AutoMapper;
using OpenProject.Domain.Posts;

namespace OpenProject.Application.Posts;

/// <summary>A post to its row.</summary>
public sealed class PostMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public PostMaps() => CreateMap<Post, PostDto>();
}
