using System.Collections.Frozen;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Hal.Writers;

/// <summary>The compiled writers of all declarations.</summary>
public sealed class HalWriters
{
    private readonly FrozenDictionary<Type, object> byDto;

    /// <summary>Compiles every declaration, for API v3 as it is.</summary>
    public HalWriters(ResourceRegistry registry)
        : this(registry, HalProfile.Whole)
    {
    }

    /// <summary>Compiles every declaration, for a reader of another kind.</summary>
    internal HalWriters(ResourceRegistry registry, HalProfile profile)
    {
        var compiler = new Compiler(profile);
        byDto = registry.All.ToFrozenDictionary(r => r.DtoType, r => r.Accept(compiler));
    }

    /// <summary>The writer for a kind of row.</summary>
    public HalWriter<TDto> For<TDto>()
        where TDto : class, IResourceDto =>
        (HalWriter<TDto>)byDto[typeof(TDto)];

    private sealed class Compiler(HalProfile profile) : IResourceVisitor<object>
    {
        public object Visit<TEntity, TDto>(Resource<TEntity, TDto> resource)
            where TEntity : class
            where TDto : class, IResourceDto =>
            new HalWriter<TEntity, TDto>(resource, profile);
    }
}
