using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Api.V3;
using OpenProject.Application;
using OpenProject.Application.Attachments;
using OpenProject.Application.Resources;
using OpenProject.Application.TimeEntries;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.WorkPackages.ProgressTracking;

namespace OpenProject.Architecture.Tests.Names;

/// <summary>Everything is called and placed so that it is found without a tour.</summary>
[TestFixture]
public sealed class NameTests
{
    private static readonly Type[] Controllers =
        [.. Solution.WrittenTypes(Solution.Api).Where(type => type.IsSubclassOf(typeof(ControllerBase)) && !type.IsAbstract)];

    [Test]
    public void Types_are_named_by_words_of_the_field() => Assert.That(NameRules.Nameless(Solution.Types), Is.Empty);

    // Lists of several kinds: an element's own href is that of its kind, so there is nothing to show under the list's path.
    private static readonly string[] MixedLists = ["/api/v3/principals", "/api/v3/workspaces"];

    // Answered by MCP, under the address that OpenProject's MCP server has for it; the contract of API v3 has no operation.
    private const string ForAgents = "/api/v3/custom_fields";

    // What is prepared links the attachment that it becomes.
    private const string ForUploads = "/api/v3/attachments/prepare";

    [Test]
    public void Every_href_of_a_resource_is_answered()
    {
        using var services = new ServiceCollection().AddApplication().AddMapping()
            .AddSingleton(new WorkPackagePolicy(ProgressMode.WorkBased)).AddSingleton(new TimeEntryPolicy(TracksTimes: false)).AddSingleton(new AttachmentPolicy(1, [], TimeSpan.Zero)).BuildServiceProvider();
        var resources = services.GetServices<IResource>().ToList();

        Assert.That(resources, Has.Count.GreaterThan(10));
        Assert.That(NameRules.Unrouted(resources, Controllers), Is.EquivalentTo([.. MixedLists, ForAgents, ForUploads]));
    }

    [Test]
    public void Controllers_of_API_v3_hold_services_access_and_settings() =>
        Assert.That(NameRules.StrangeDependencies(Controllers.Where(type => type.IsSubclassOf(typeof(V3Controller)))), Is.Empty);

    [Test]
    public void Namespaces_are_folders()
    {
        var root = Repository.PathOf("src");
        var files = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories).Select(path => (path, File.ReadAllText(path)));

        Assert.That(NameRules.Misplaced(root, files), Is.Empty);
    }

    [Test]
    public void No_file_is_long_without_a_reason()
    {
        // The catalogue of permissions is a table.
        string[] tables = ["Permissions.cs"];
        string[] generated = ["Migrations", "CompiledModels"];
        var found = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !generated.Any(folder => path.Contains(folder, StringComparison.Ordinal)) && File.ReadLines(path).Count() > 300)
            .Select(Path.GetFileName);

        Assert.That(found, Is.EquivalentTo(tables));
    }
}
