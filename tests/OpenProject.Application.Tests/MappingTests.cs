using AutoMapper;

namespace OpenProject.Application.Tests;

/// <summary>The maps of all profiles: complete, and too flat to recurse.</summary>
[TestFixture]
internal sealed class MappingTests
{
    private static readonly MapperConfiguration Configuration = MappingConfiguration.Create();

    [Test]
    public void Every_member_of_a_row_is_mapped_or_ignored_on_purpose() => Configuration.AssertConfigurationIsValid();

    [Test]
    public void Members_are_scalar_or_ignored() => Assert.That(MappingRules.DeepMembers(Configuration), Is.Empty);

    [Test]
    public void No_type_that_a_map_makes_is_a_member_that_another_fills() => Assert.That(MappingRules.NestedTypes(Configuration), Is.Empty);

    [Test]
    public void No_map_goes_deeper_than_itself() => Assert.That(MappingRules.UnboundMaps(Configuration), Is.Empty);

    [Test]
    public void No_mapped_type_implements_a_generic_interface() => Assert.That(MappingRules.GenericTypes(MappingRules.MappedTypes(Configuration)), Is.Empty);

    [Test]
    public void Maps_that_break_the_rules_are_caught()
    {
        var broken = new MapperConfiguration(configuration => configuration.CreateMap<Node, NodeDto>());

        Assert.That(MappingRules.DeepMembers(broken), Is.EquivalentTo(new[] { "NodeDto.Parent", "NodeDto.Children" }));
        Assert.That(MappingRules.NestedTypes(broken), Is.EquivalentTo(new[] { "NodeDto", "NodeDto" }));
        Assert.That(MappingRules.UnboundMaps(broken), Is.EquivalentTo(new[] { "Node to NodeDto" }));
    }

    [Test]
    public void A_mapped_type_with_a_generic_interface_is_caught_and_would_not_work()
    {
        Assert.That(MappingRules.GenericTypes([typeof(Node), typeof(ComparableDto)]), Is.EquivalentTo(new[] { typeof(ComparableDto) }));
        Assert.That(() => new MapperConfiguration(configuration => configuration.CreateMap<Node, ComparableDto>()), Throws.ArgumentException);
    }

    private sealed class Node
    {
        public string Name { get; init; } = "";

        public Node? Parent { get; init; }

        public List<Node> Children { get; init; } = [];
    }

    private sealed class NodeDto
    {
        public string Name { get; init; } = "";

        public NodeDto? Parent { get; init; }

        public List<NodeDto> Children { get; init; } = [];
    }

    private sealed record ComparableDto
    {
        public string Name { get; init; } = "";
    }
}
