using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Queries;

/// <summary>Takes enrichers from the request's services.</summary>
public sealed class Enrichers(IServiceProvider services) : IEnrichers
{
    /// <inheritdoc/>
    public IEnumerable<IEnricher<TDto>> For<TDto>()
        where TDto : class, IResourceDto =>
        services.GetServices<IEnricher<TDto>>();
}
