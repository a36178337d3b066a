namespace OpenProject.Architecture.Tests.Documents;

/// <summary>docs/configuration.md is true.</summary>
[TestFixture]
public sealed class ConfigurationTests
{
    private static readonly Dictionary<string, string> Documented =
        SettingsTable.Read(File.ReadAllText(Repository.PathOf("docs/configuration.md")));

    private static readonly IReadOnlyList<Type> Classes = [.. SettingsTable.Classes(Solution.Types)];

    [Test]
    public void Every_setting_is_in_the_table_with_its_default_and_nothing_else_is() =>
        Assert.That(Documented, Is.EquivalentTo(Classes.SelectMany(SettingsTable.Of)));

    [Test]
    public void Every_class_of_settings_is_checked_at_start() =>
        Assert.That(
            Solution.Types.Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type is { IsAbstract: false, IsClass: true }).Except(Classes),
            Is.Empty);

    [Test]
    public void A_missing_setting_and_a_wrong_default_are_seen()
    {
        const string table =
            """
            | setting | default | meaning |
            | --- | --- | --- |
            | `Sample:Size` | `3` | How many. |
            """;

        Assert.That(SettingsTable.Read(table), Is.EquivalentTo(new Dictionary<string, string> { ["Sample:Size"] = "3" }));
        Assert.That(SettingsTable.Of(typeof(SampleOptions)), Is.EquivalentTo(new Dictionary<string, string>
        {
            ["Sample:Size"] = "4",
            ["Sample:Name"] = "",
            ["Sample:Parts:NAME:Weight"] = "7",
        }));
    }

    private sealed class SampleOptions
    {
        public const string Section = "Sample";

        public int Size { get; set; } = 4;

        public string? Name { get; set; }

        public bool IsNamed => Name is not null;

        public IDictionary<string, SamplePart> Parts { get; } = new Dictionary<string, SamplePart>(StringComparer.Ordinal);
    }

    private sealed class SamplePart
    {
        public int Weight { get; set; } = 7;
    }
}
