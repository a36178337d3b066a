using OpenProject.Application.Resources;

namespace OpenProject.Application.Queries;

/// <summary>The enrichers of each kind of row.</summary>
public interface IEnrichers
{
    /// <summary>Those of one kind; empty for most.</summary>
    IEnumerable<IEnricher<TDto>> For<TDto>()
        where TDto : class, IResourceDto;
}
