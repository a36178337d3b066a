using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.TimeEntries;

namespace OpenProject.Domain.Tests.CustomFields;

internal sealed class CustomFieldTests
{
    [Test]
    public void Options_are_for_lists_and_several_values_for_references()
    {
        var (list, text) = (Field(CustomFieldFormat.List), Field(CustomFieldFormat.String));
        list.Offer("Red");
        list.Offer("Green", isDefault: true);
        list.TakeSeveral(isMulti: true);

        Assert.That(list.Options.Select(o => (o.Value, o.Position, o.IsDefault)), Is.EqualTo(new[] { ("Red", 1, false), ("Green", 2, true) }));
        Assert.That(() => text.Offer("Red"), Throws.TypeOf<BrokenRule>());
        Assert.That(() => text.TakeSeveral(isMulti: true), Throws.TypeOf<BrokenRule>());
        Assert.That(() => list.Offer(" "), Throws.TypeOf<BrokenRule>());
    }

    [TestCase("(")]
    [TestCase("(a)\\1")]
    public void An_expression_that_is_none_or_takes_long_is_refused(string pattern) =>
        Assert.That(() => Field(CustomFieldFormat.String).Bound(0, 0, pattern), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("regexp"));

    [Test]
    public void Lengths_do_not_contradict_each_other() =>
        Assert.That(() => Field(CustomFieldFormat.String).Bound(5, 4, null), Throws.TypeOf<BrokenRule>());

    [Test]
    public void Values_of_a_field_are_replaced_and_those_of_others_stay()
    {
        var entry = TimeEntry.Draft(1, DateTime.UnixEpoch);
        entry.Customize(7, [CustomValue.To(1), CustomValue.To(2), CustomValue.To(3)]);
        entry.Customize(8, [CustomValue.Of("other")]);
        var first = entry.CustomValues.First(v => v.FieldId == 7);

        entry.Customize(7, [CustomValue.To(4), CustomValue.To(5)]);

        Assert.That(entry.CustomValues.Where(v => v.FieldId == 7).Select(v => (v.Position, v.ReferenceId)), Is.EqualTo(new[] { (0, (long?)4), (1, (long?)5) }));
        Assert.That(entry.CustomValues.First(v => v.FieldId == 7), Is.SameAs(first), "The row stays.");
        Assert.That(entry.CustomValues.Single(v => v.FieldId == 8).Text, Is.EqualTo("other"));
        entry.Customize(7, []);
        Assert.That(entry.CustomValues, Has.Count.EqualTo(1));
    }

    [Test]
    public void Trees_know_how_deep_they_are()
    {
        var leaf = HierarchyItem.Root(1).Grow("Europe", null, 0).Grow(" France ", "FR", 2);

        Assert.That((leaf.Label, leaf.Short, leaf.Depth, leaf.Position), Is.EqualTo(("France", "FR", 2, 2)));
        Assert.That(() => leaf.Grow("", null, 0), Throws.TypeOf<BrokenRule>());
    }

    [Test]
    public void A_weight_is_kept_as_it_is_or_refused()
    {
        var item = HierarchyItem.Root(1).Grow("High", null, 0);
        item.Weigh(-12.0000000001m);

        Assert.That(item.Weight, Is.EqualTo(-12.0000000001m));
        Assert.That(() => item.Weigh(0.00000000001m), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("weight"));
        Assert.That(() => item.Weigh(HierarchyItem.MostWeight + 1), Throws.TypeOf<BrokenRule>());
        Assert.That(() => HierarchyItem.Root(1).Grow("High", "H", 0).Weigh(1), Throws.TypeOf<BrokenRule>());
    }

    private static CustomField Field(CustomFieldFormat format) => CustomField.Create("Field", CustomizedKind.WorkPackage, format, 1, DateTime.UnixEpoch);
}
