using AutoMapper;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Attachments;

/// <summary>Attachment to its row. What it hangs on may be missing, so what is read of that is nullable.</summary>
public sealed class AttachmentMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public AttachmentMaps() => CreateMap<Attachment, AttachmentDto>()
        .ForMember(d => d.WorkPackageProjectId, o => o.MapFrom(a => a.WorkPackage == null ? null : (long?)a.WorkPackage.ProjectId))
        .ForMember(d => d.ContentKind, o => o.MapFrom(a => a.Content == null ? null : (ProjectContentKind?)a.Content.Kind))
        .ForMember(d => d.ContentProjectId, o => o.MapFrom(a => a.Content == null ? null : (long?)a.Content.ProjectId))
        .ForMember(d => d.ActivityUserId, o => o.MapFrom(a => a.Activity == null ? null : (long?)a.Activity.UserId))
        .ForMember(d => d.ActivityInternal, o => o.MapFrom(a => a.Activity == null ? null : (bool?)a.Activity.Internal));
}
