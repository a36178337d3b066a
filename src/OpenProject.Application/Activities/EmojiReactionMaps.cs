using AutoMapper;
using OpenProject.Domain.Activities;

namespace OpenProject.Application.Activities;

/// <summary>A reaction to a row of its own; who else reacted so is added when rows are read.</summary>
public sealed class EmojiReactionMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public EmojiReactionMaps() => CreateMap<EmojiReaction, EmojiReactionDto>()
        .ForMember(r => r.FirstReactionAt, o => o.MapFrom(e => e.CreatedAt))
        .ForMember(r => r.ReactingUsers, o => o.Ignore());
}
