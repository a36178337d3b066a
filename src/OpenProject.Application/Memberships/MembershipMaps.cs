using AutoMapper;
using OpenProject.Domain.Memberships;

namespace OpenProject.Application.Memberships;

/// <summary>Membership to its row; the names of linked resources are flattened joins.</summary>
public sealed class MembershipMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public MembershipMaps() => CreateMap<Membership, MembershipDto>()
        .ForMember(d => d.PrincipalKind, o => o.MapFrom(m => m.Principal == null ? null : (Domain.Principals.PrincipalKind?)m.Principal.Kind))
        .ForMember(d => d.ProjectKind, o => o.MapFrom(m => m.Project == null ? null : (Domain.Projects.ProjectKind?)m.Project.Kind))
        .ForMember(d => d.Roles, o => o.Ignore());
}
