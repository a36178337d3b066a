using System.Collections.Concurrent;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Hal.Writers;

/// <summary>The writers of all declarations, each compiled when it is first needed: few kinds are ever asked for in one process.</summary>
public sealed class HalWriters
{
    private readonly ConcurrentDictionary<Type, object> byDto = new();
    private readonly Func<Type, object> compile;

    /// <summary>Compiles declarations for API v3 as it is.</summary>
    public HalWriters(ResourceRegistry registry)
        : this(registry, HalProfile.Whole)
    {
    }

    /// <summary>Compiles declarations for a reader of another kind.</summary>
    internal HalWriters(ResourceRegistry registry, HalProfile profile)
    {
        var compiler = new Compiler(profile);
        compile = dto => registry.ForDto(dto).Accept(compiler);
    }

    /// <summary>The writer for a kind of row.</summary>
    public HalWriter<TDto> For<TDto>()
        where TDto : class, IResourceDto =>
        (HalWriter<TDto>)byDto.GetOrAdd(typeof(TDto), compile);

    private sealed class Compiler(HalProfile profile) : IResourceVisitor<object>
    {
        public object Visit<TEntity, TDto>(Resource<TEntity, TDto> resource)
            where TEntity : class
            where TDto : class, IResourceDto =>
            new HalWriter<TEntity, TDto>(resource, profile);
    }
}
