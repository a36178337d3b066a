using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Groups;
using OpenProject.Application.Scim.Users;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Scim;

/// <summary><c>docs/scim.md</c> is true: its tables of attributes are those of the declarations, and the tests that it names exist.</summary>
[TestFixture]
public sealed partial class DocumentTests
{
    private static readonly string Text = File.ReadAllText(NodeProject.Repository("docs/scim.md"));

    private static IEnumerable<ScimSchema> Types() => [new ScimUserType(), new ScimGroupType()];

    [TestCaseSource(nameof(Types))]
    public void The_table_of_attributes_is_that_of_the_declaration(ScimSchema type) => Assert.That(Text, Does.Contain(TableOf(type)), "Put this into docs/scim.md:\n" + TableOf(type));

    [Test]
    public void The_tests_that_are_named_exist()
    {
        var tests = typeof(DocumentTests).Assembly.GetTypes().Where(type => type.Namespace == typeof(DocumentTests).Namespace)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => $"{type.Name}.{method.Name}")).ToHashSet(StringComparer.Ordinal);
        var named = Test().Matches(Text).Select(match => match.Groups["test"].Value).ToList();

        Assert.That(named, Has.Count.GreaterThan(50));
        Assert.That(named.Except(tests), Is.Empty);
    }

    private static string TableOf(ScimSchema type)
    {
        var table = new StringBuilder("| attribute | type | required | case counts | may be written | unique | told |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var attribute in type.Attributes)
        {
            Add(table, attribute, attribute.Name);
            foreach (var sub in attribute.SubAttributes)
                Add(table, sub, $"{attribute.Name}.{sub.Name}");
        }

        return table.ToString();
    }

    private static void Add(StringBuilder table, ScimAttribute attribute, string name)
    {
        static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
        static string Yes(bool value) => value ? "yes" : "";
        string[] cells =
        [
            (attribute.MultiValued ? "list of " : "") + Word(attribute.Type), Yes(attribute.Required), Yes(attribute.CaseExact), Word(attribute.Mutability),
            Yes(attribute.Uniqueness == "server"), attribute.OnRequest ? "where it is asked for" : attribute.Returned,
        ];
        table.Append($"| `{name}` |").AppendJoin("", cells.Select(cell => cell.Length == 0 ? " |" : $" {cell} |")).Append('\n');
    }

    [GeneratedRegex("`(?<test>[A-Z][A-Za-z]+Tests\\.[A-Za-z_0-9]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Test();
}
