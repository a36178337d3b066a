using OpenProject.Domain.Common;
using OpenProject.Domain.Relations;

namespace OpenProject.Domain.Tests.Relations;

internal sealed class RelationTests
{
    [Test]
    public void What_reads_backwards_is_stored_from_the_other_end()
    {
        var relation = Relation.Create(1, 2, RelationType.Relates);

        relation.Mean(new RelationDirection(RelationType.Follows, IsReversed: true));

        Assert.That((relation.FromId, relation.ToId, relation.Type), Is.EqualTo((2, 1, RelationType.Follows)));
    }

    [Test]
    public void Only_who_follows_waits()
    {
        var relation = Relation.Create(1, 2, RelationType.Follows, lag: 3);
        Assert.That(relation.Lag, Is.EqualTo(3));

        relation.Mean(new RelationDirection(RelationType.Blocks));
        relation.Wait(5);

        Assert.That(relation.Lag, Is.Zero);
    }

    [Test]
    public void Nothing_is_related_to_itself_or_waits_less_than_nothing()
    {
        Assert.That(() => Relation.Draft(1).LeadTo(1), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("to"));
        Assert.That(() => Relation.Create(1, 2, RelationType.Follows, lag: -1), Throws.TypeOf<BrokenRule>().With.Property(nameof(BrokenRule.Member)).EqualTo("lag"));
    }
}
