using OpenProject.Application.Resources;

namespace OpenProject.Application.Tests.Resources;

public sealed class HrefTemplateTests
{
    private sealed record Row(long Id, string Name) : IResourceDto;

    [TestCase("/x/{id}", "/x/7")]
    [TestCase("/x/{id}/form", "/x/7/form")]
    [TestCase("/x/{name}/y/{id}", "/x/n/y/7")]
    [TestCase("/x/{id}/watchers/{{user_id}}", "/x/7/watchers/{user_id}")]
    [TestCase("/x", "/x")]
    public void Holes_are_filled_and_placeholders_of_clients_stay(string template, string expected) =>
        Assert.That(new HrefTemplate<Row>(template, ("name", r => r.Name)).Of(new Row(7, "n")), Is.EqualTo(expected));

    [Test]
    public void A_hole_that_nothing_fills_is_refused_at_start() =>
        Assert.That(() => new HrefTemplate<Row>("/x/{nothing}"), Throws.ArgumentException);

    [TestCase("startDate", "Start date")]
    [TestCase("name_and_identifier", "Name and identifier")]
    public void Labels_are_made_from_names(string name, string label) => Assert.That(Labels.Of(name), Is.EqualTo(label));

    [TestCase("projectId", "project")]
    [TestCase("project_id", "project")]
    [TestCase("id", "id")]
    [TestCase("createdAt", "createdat")]
    [TestCase("created_at", "createdat")]
    public void Names_of_filters_have_many_spellings(string name, string normalized) =>
        Assert.That(Application.Queries.QueryNames.Normalize(name), Is.EqualTo(normalized));
}
