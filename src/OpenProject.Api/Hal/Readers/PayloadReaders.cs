using System.Collections.Concurrent;
using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;

namespace OpenProject.Api.Hal.Readers;

/// <summary>
/// The payload readers of all declarations, by the change set that they make, and those of bodies that read themselves; each made
/// when it is first needed.
/// </summary>
public sealed class PayloadReaders
{
    private readonly ConcurrentDictionary<Type, PayloadReader?> readers = new();
    private readonly Func<Type, PayloadReader?> make;

    /// <summary>Compiles declarations.</summary>
    public PayloadReaders(ResourceRegistry registry, IMarkdown markdown)
    {
        var compiler = new Compiler(markdown);
        make = body => body.IsGenericType && body.GetGenericTypeDefinition() == typeof(ChangeSet<,>)
            ? registry.ForDto(body.GenericTypeArguments[1]).Accept(compiler)
            : OfItself(body);
    }

    /// <summary>The reader that makes this type, or null when none does.</summary>
    public PayloadReader? For(Type body) => readers.GetOrAdd(body, make);

    private static PayloadReader? OfItself(Type body) =>
        Array.Exists(body.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestBody<>))
            ? (PayloadReader)Activator.CreateInstance(typeof(RequestBodyReader<>).MakeGenericType(body))!
            : null;

    private sealed class Compiler(IMarkdown markdown) : IResourceVisitor<PayloadReader>
    {
        public PayloadReader Visit<TEntity, TDto>(Resource<TEntity, TDto> resource)
            where TEntity : class
            where TDto : class, IResourceDto =>
            new PayloadReader<TEntity, TDto>(resource, markdown);
    }
}
