using AutoMapper;
using OpenProject.Domain.Revisions;

namespace OpenProject.Application.Revisions;

/// <summary>Revision to its row.</summary>
public sealed class RevisionMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public RevisionMaps() => CreateMap<Revision, RevisionDto>();
}
