using Microsoft.Extensions.DependencyInjection;
using OpenProject.Api.Hal.Readers;
using OpenProject.Api.Hal.Writers;
using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Hal;

/// <summary>Readers and writers are compiled when they are first needed; that each can be is found out here, not by whoever asks first.</summary>
public sealed class DeclarationTests
{
    [Test]
    public void Every_declaration_can_be_written_and_read()
    {
        using var server = new ApiServer();
        var registry = server.Services.GetRequiredService<ResourceRegistry>();
        var compiled = new Compiled(server.Services.GetRequiredService<HalWriters>(), server.Services.GetRequiredService<PayloadReaders>());

        Assert.That(registry.All, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var resource in registry.All)
                Assert.That(resource.Accept(compiled), Is.EqualTo((true, true)), resource.Type);
        });
    }

    private sealed class Compiled(HalWriters writers, PayloadReaders readers) : IResourceVisitor<(bool Written, bool Read)>
    {
        public (bool Written, bool Read) Visit<TEntity, TDto>(Resource<TEntity, TDto> resource)
            where TEntity : class
            where TDto : class, IResourceDto =>
            (writers.For<TDto>().SelectableNames.Count > 0, readers.For(typeof(ChangeSet<TEntity, TDto>)) is PayloadReader<TEntity, TDto>);
    }
}
