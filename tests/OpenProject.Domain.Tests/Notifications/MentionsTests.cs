using OpenProject.Domain.Notifications;

namespace OpenProject.Domain.Tests.Notifications;

internal sealed class MentionsTests
{
    [TestCase("""Look <mention class="mention" data-id="5" data-type="user" data-text="@A">@A</mention>""", new long[] { 5 })]
    [TestCase("""<mention data-type='group' data-id='7'>@G</mention> and user#8, group#9""", new long[] { 7, 8, 9 })]
    [TestCase("""<mention data-id="5">a</mention><mention data-id="5">a</mention>""", new long[] { 5 })]
    [TestCase("(user#3), superuser#5 and subgroup#6", new long[] { 3 })]
    [TestCase("user#99999999999999999999 <b data-id=\"5\"> #5 user# mention", new long[0])]
    public void Who_is_named_by_an_id_is_found(string text, long[] ids) => Assert.That(Mentions.In(text).Ids, Is.EquivalentTo(ids));

    [TestCase("""user:"mira@example.net" and user:jonas, user:""", new[] { "mira@example.net", "jonas" })]
    [TestCase("a user: mira", new string[0])]
    [TestCase("an enduser:bob", new string[0])]
    public void Who_is_named_by_a_login_is_found(string text, string[] logins) => Assert.That(Mentions.In(text).Logins, Is.EquivalentTo(logins));

    [Test]
    public void No_text_names_anybody() => Assert.That(Mentions.In(null).Ids, Is.Empty);

    [Test]
    public void So_many_are_named_at_most()
    {
        var text = string.Concat(Enumerable.Range(1, 10_000).Select(id => $"user#{id} "));

        Assert.That(Mentions.In(text).Ids, Has.Count.EqualTo(Mentions.Most));
    }
}
