namespace OpenProject.Architecture.Tests.Names;

/// <summary>A family of resources has one folder name in all layers, that of its URL.</summary>
[TestFixture]
public sealed class FolderTests
{
    // What is no family of resources: the house itself.
    private static readonly string[] Rooms =
    [
        "Common", "Permissions", "Queries", "Resources", "Writes", // Application
        "Identity", "Markdown", "Persistence", "Seeding", // Infrastructure
        "Configuration", "Root", "Specification", // documents that Api has from its own settings and routes
    ];

    // Folders of Api that are another family below.
    private static readonly Dictionary<string, string> Kin = new(StringComparer.Ordinal) { ["Favorites"] = "Projects" };

    // Fixed lists, what follows from other rows, and what is only rendered: no table holds them.
    private static readonly string[] WithoutAggregate = ["Capabilities", "Examples", "ProjectStatuses", "Render"];

    [Test]
    public void What_Api_serves_has_its_folder_in_Application() =>
        Assert.That(Missing("OpenProject.Api/V3", "OpenProject.Application"), Is.Empty);

    [Test]
    public void What_Application_offers_has_its_folder_in_Domain() =>
        Assert.That(Missing("OpenProject.Application", "OpenProject.Domain").Except(WithoutAggregate), Is.Empty);

    [Test]
    public void What_Infrastructure_keeps_has_its_folder_in_Domain() =>
        Assert.That(Missing("OpenProject.Infrastructure", "OpenProject.Domain"), Is.Empty);

    [Test]
    public void A_folder_that_the_layer_below_lacks_is_seen() =>
        Assert.That(Missing("OpenProject.Domain", "OpenProject.Api/V3"), Does.Contain("Workflows").And.Not.Contain("WorkPackages"));

    private static IEnumerable<string> Missing(string above, string below) =>
        Folders(above).Except(Rooms).Select(name => Kin.GetValueOrDefault(name, name)).Except(Folders(below));

    private static IEnumerable<string> Folders(string layer) =>
        Directory.EnumerateDirectories(Repository.PathOf("src/" + layer)).Select(path => Path.GetFileName(path)).Except(["bin", "obj"]);
}
