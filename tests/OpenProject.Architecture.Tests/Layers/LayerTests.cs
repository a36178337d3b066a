using static OpenProject.Architecture.Tests.Layers.LayerRules;

namespace OpenProject.Architecture.Tests.Layers;

/// <summary><c>Api -> Infrastructure -> Application -> Domain</c>; an arrow may skip a layer, never turn.</summary>
[TestFixture]
public sealed class LayerTests
{
    private static readonly string[] Kernel = ["OpenProject.Application.Resources", "OpenProject.Application.Queries", "OpenProject.Application.Writes"];

    // What the kernel knows of the domain: what all aggregates share, and the words for permissions.
    private static readonly string[] KernelRooms = ["OpenProject.Application.Common", "OpenProject.Application.Permissions", "OpenProject.Domain.Common", "OpenProject.Domain.Roles"];

    [Test]
    public void Domain_has_no_package() => Assert.That(Packages(Solution.Domain), Is.Empty);

    [Test]
    public void Application_has_AutoMapper_and_FluentValidation_alone() =>
        Assert.That(
            Packages(Solution.Application, "OpenProject.Domain", "AutoMapper", "FluentValidation", "Microsoft.Extensions.DependencyInjection.Abstractions"),
            Is.Empty);

    [Test]
    public void Domain_knows_neither_JSON_nor_HTTP_nor_storage() =>
        Assert.That(ThatKnow(In(Solution.Domain, "OpenProject.Domain"), ["System.Text.Json", .. Storage, .. Http]), Is.Empty);

    [Test]
    public void Application_knows_neither_HTTP_nor_storage_nor_what_is_outside() =>
        Assert.That(
            ThatKnow(In(Solution.Application, "OpenProject.Application"), ["OpenProject.Infrastructure", "OpenProject.Api", "Microsoft.AspNetCore", .. Storage, .. Http]),
            Is.Empty);

    [TestCaseSource(nameof(Kernel))]
    public void The_kernel_knows_no_JSON(string room) => Assert.That(ThatKnow(In(Solution.Application, room), "System.Text.Json"), Is.Empty);

    [TestCaseSource(nameof(Kernel))]
    public void The_kernel_knows_no_resource(string room)
    {
        var resources = new[] { Solution.Application, Solution.Domain }
            .SelectMany(Solution.WrittenTypes)
            .Select(type => type.Namespace!)
            .Where(name => name.Count(c => c == '.') >= 2 && !Kernel.Concat(KernelRooms).Any(room => name.StartsWith(room, StringComparison.Ordinal)))
            .Distinct().ToArray();

        Assert.That(resources, Does.Contain("OpenProject.Domain.WorkPackages").And.Contain("OpenProject.Application.WorkPackages"));
        Assert.That(ThatKnow(In(Solution.Application, room), resources), Is.Empty);
    }

    [Test]
    public void Infrastructure_answers_no_HTTP() =>
        Assert.That(ThatKnow(In(Solution.Infrastructure, "OpenProject.Infrastructure"), ["OpenProject.Api", .. HttpServer]), Is.Empty);

    // Storages are other people's servers, and WebDAV is HTTP.
    [Test]
    public void Of_Infrastructure_only_what_goes_to_storages_asks_by_HTTP() =>
        Assert.That(ThatKnow(Outside(Solution.Infrastructure, "OpenProject.Infrastructure.Storages"), "System.Net.Http"), Is.Empty);

    [Test]
    public void Of_Api_only_Composition_knows_Infrastructure() =>
        Assert.That(ThatKnow(Outside(Solution.Api, "OpenProject.Api.Composition"), ["OpenProject.Infrastructure", .. Storage]), Is.Empty);

    [Test]
    public void Api_reads_and_writes_through_services() =>
        Assert.That(
            ThatKnow(
                In(Solution.Api, "OpenProject.Api"),
                "AutoMapper", "OpenProject.Application.Common.IReadStore", "OpenProject.Application.Common.IAggregates", "OpenProject.Application.Common.IUnitOfWork"),
            Is.Empty);
}
