using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Moq;
using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Application.Statuses;

namespace OpenProject.Architecture.Tests.Names;

/// <summary>The rules of names catch what breaks them.</summary>
[TestFixture]
public sealed class NameTwinTests
{
    [Test]
    public void An_empty_word_is_caught() =>
        Assert.That(NameRules.Nameless([typeof(StatusHelper), typeof(Status), typeof(ListBase<>)]), Is.EquivalentTo(new[] { "StatusHelper", "ListBase" }));

    [Test]
    public void A_path_that_nothing_answers_is_caught()
    {
        var resource = Mock.Of<IResource>(r => r.Paths == new[] { new ResourcePath("/api/v3/things"), new ResourcePath("/api/v3/parts") });

        Assert.That(NameRules.Unrouted([resource], [typeof(ThingsController)]), Is.EquivalentTo(new[] { "/api/v3/parts" }));
    }

    [Test]
    public void A_controller_that_holds_more_than_services_is_caught() =>
        Assert.That(NameRules.StrangeDependencies([typeof(ThingsController)]), Is.EquivalentTo(new[] { "ThingsController(IReadStore)" }));

    [Test]
    public void A_namespace_that_is_no_folder_is_caught() =>
        Assert.That(
            NameRules.Misplaced("/src", [("/src/House.Domain/Things/Thing.cs", "namespace House.Domain.Things;"), ("/src/House.Domain/Parts/Part.cs", "namespace House.Domain.Things;")]),
            Is.EquivalentTo(new[] { Path.Combine("House.Domain", "Parts", "Part.cs") }));

    private sealed class StatusHelper;

    private sealed class Status;

    private sealed class ListBase<T>;

    [Route("api/v3/things")]
    private sealed class ThingsController(StatusService statuses, Access access, IOptions<SampleSettings> settings, IReadStore store) : ControllerBase
    {
        [HttpGet("{id:long}")]
        public object Show(long id) => (id, statuses, access, settings, store);

        [HttpPost("/api/v3/parts/{id}")]
        public object Change(long id) => (id, statuses);
    }

    private sealed class SampleSettings;
}
