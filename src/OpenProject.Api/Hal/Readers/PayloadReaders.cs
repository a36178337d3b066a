using System.Collections.Frozen;
using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;

namespace OpenProject.Api.Hal.Readers;

/// <summary>The compiled payload readers of all declarations, by the change set that they make.</summary>
public sealed class PayloadReaders
{
    private readonly FrozenDictionary<Type, PayloadReader> byChangeSet;

    /// <summary>Compiles every declaration.</summary>
    public PayloadReaders(ResourceRegistry registry, IMarkdown markdown)
    {
        var compiler = new Compiler(markdown);
        byChangeSet = registry.All.Select(r => r.Accept(compiler)).ToFrozenDictionary(r => r.ChangeSet, r => r.Reader);
    }

    /// <summary>The reader that makes this type, or null when none does.</summary>
    public PayloadReader? For(Type changeSet) => byChangeSet.GetValueOrDefault(changeSet);

    private sealed class Compiler(IMarkdown markdown) : IResourceVisitor<(Type ChangeSet, PayloadReader Reader)>
    {
        public (Type ChangeSet, PayloadReader Reader) Visit<TEntity, TDto>(Resource<TEntity, TDto> resource)
            where TEntity : class
            where TDto : class, IResourceDto =>
            (typeof(ChangeSet<TEntity, TDto>), new PayloadReader<TEntity, TDto>(resource, markdown));
    }
}
