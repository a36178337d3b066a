using System.Collections.Concurrent;
using System.Collections.Frozen;
using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;

namespace OpenProject.Api.Hal.Readers;

/// <summary>The compiled payload readers of all declarations, by the change set that they make, and those of bodies that read themselves.</summary>
public sealed class PayloadReaders
{
    private readonly FrozenDictionary<Type, PayloadReader> byChangeSet;
    private readonly ConcurrentDictionary<Type, PayloadReader?> others = new();

    /// <summary>Compiles every declaration.</summary>
    public PayloadReaders(ResourceRegistry registry, IMarkdown markdown)
    {
        var compiler = new Compiler(markdown);
        byChangeSet = registry.All.Select(r => r.Accept(compiler)).ToFrozenDictionary(r => r.ChangeSet, r => r.Reader);
    }

    /// <summary>The reader that makes this type, or null when none does.</summary>
    public PayloadReader? For(Type body) => byChangeSet.GetValueOrDefault(body) ?? others.GetOrAdd(body, OfItself);

    private static PayloadReader? OfItself(Type body) =>
        Array.Exists(body.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestBody<>))
            ? (PayloadReader)Activator.CreateInstance(typeof(RequestBodyReader<>).MakeGenericType(body))!
            : null;

    private sealed class Compiler(IMarkdown markdown) : IResourceVisitor<(Type ChangeSet, PayloadReader Reader)>
    {
        public (Type ChangeSet, PayloadReader Reader) Visit<TEntity, TDto>(Resource<TEntity, TDto> resource)
            where TEntity : class
            where TDto : class, IResourceDto =>
            (typeof(ChangeSet<TEntity, TDto>), new PayloadReader<TEntity, TDto>(resource, markdown));
    }
}
