using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Application.SavedQueries;

/// <summary>Something that lists of work packages can be asked for. What nobody else sees is told to nobody else.</summary>
/// <param name="type">The <c>_type</c>.</param>
/// <param name="path">Where the resources live.</param>
/// <param name="workPackages">The declaration of work packages.</param>
public abstract class WorkPackagePartResource<TDto>(string type, ResourcePath path, WorkPackageResource workPackages) : CodedResource<TDto>(type, path)
    where TDto : class, ICodedDto
{
    /// <inheritdoc/>
    public override bool IsToldTo(TDto dto, Access access) => workPackages.Tells(AttributeOf(dto), access);

    /// <inheritdoc/>
    public override Task PrepareAsync(Access access) => workPackages.PrepareToTellAsync(access);

    /// <summary>The name of the attribute.</summary>
    protected virtual string AttributeOf(TDto dto) => dto.Code;
}
