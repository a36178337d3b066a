using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Application.ProjectPhases;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.ProjectPhases;

/// <summary>Work packages that belong to phases of their project.</summary>
[OnEachDatabase]
public sealed class WorkInPhasesTests(DatabaseProvider provider)
{
    private PermissionWorld world = null!;
    private string planning = "";
    private string executing = "";

    private HttpClient Admin => world["admin"];

    private string Project => world.Projects["public"];

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider);
        (planning, executing) = (await SetAsync("Planning", active: true), await SetAsync("Executing", active: true));
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task Work_belongs_to_a_phase_that_its_project_goes_through()
    {
        var made = await Admin.PostJsonAsync(Project + "/work_packages", new { subject = "Plan", _links = new { projectPhase = Link(planning) } });
        Assert.That((made.Status, Phase(made), made["_links/projectPhase/title"].GetString()), Is.EqualTo((HttpStatusCode.Created, planning, "Planning")), made.ToString());
        var definition = await Admin.GetJsonAsync(made["_links/projectPhaseDefinition/href"].GetString()!);
        Assert.That((definition["_type"].GetString(), definition["name"].GetString()), Is.EqualTo(("ProjectPhaseDefinition", "Planning")));

        var form = await Admin.PostJsonAsync(Self(made) + "/form", new { lockVersion = 0 });
        Assert.That(form["_embedded/schema/projectPhase/_links/allowedValues"].EnumerateArray().Select(p => p.GetProperty("href").GetString()), Does.Contain(planning).And.Contain(executing));
        Assert.That(form["_embedded/payload/_links/projectPhase/href"].GetString(), Is.EqualTo(planning), form.ToString());

        var moved = await world["member"].PatchJsonAsync(Self(made), new { lockVersion = 0, _links = new { projectPhase = Link(executing) } });
        Assert.That((moved.Status, Phase(moved)), Is.EqualTo((HttpStatusCode.OK, executing)), moved.ToString());
        var none = await Admin.PatchJsonAsync(Self(made), new { lockVersion = 1, _links = new { projectPhase = Link(null) } });
        Assert.That((none.Status, Phase(none), none["_links"].TryGetProperty("projectPhaseDefinition", out _)), Is.EqualTo((HttpStatusCode.OK, (string?)null, false)), none.ToString());
    }

    [Test]
    public async Task A_phase_that_the_project_leaves_out_is_none()
    {
        var closing = await SetAsync("Closing", active: true);
        var made = await Admin.PostJsonAsync(Project + "/work_packages", new { subject = "Close", _links = new { projectPhase = Link(closing) } });
        await SetAsync("Closing", active: false);

        var seen = await Admin.GetJsonAsync(Self(made));
        Assert.That((Phase(made), Phase(seen), seen["_links"].TryGetProperty("projectPhaseDefinition", out _)), Is.EqualTo((closing, (string?)null, false)), seen.ToString());
        var again = await Admin.PostJsonAsync(Project + "/work_packages", new { subject = "Close", _links = new { projectPhase = Link(closing) } });
        Assert.That((again.Status, again["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "projectPhase")), again.ToString());
    }

    [Test]
    public async Task Phases_stay_with_their_project_and_are_told_to_those_who_see_them()
    {
        var parent = await Admin.PostJsonAsync(Project + "/work_packages", new { subject = "Goes", _links = new { projectPhase = Link(planning) } });
        var child = await Admin.PostJsonAsync(Project + "/work_packages", new { subject = "Goes along", _links = new { projectPhase = Link(planning), parent = Link(Self(parent)) } });
        Assert.That(HasPhase(await world["reader"].GetJsonAsync(Self(parent))), Is.False, "the role does not say so");
        var elsewhere = await Admin.PostJsonAsync("/api/v3/projects", new { name = "Without phases" });
        var foreign = await Admin.PostJsonAsync(elsewhere["_links/self/href"].GetString() + "/work_packages", new { subject = "Foreign", _links = new { projectPhase = Link(planning) } });
        Assert.That((foreign.Status, foreign["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "projectPhase")), foreign.ToString());

        var version = (await Admin.GetJsonAsync(Self(parent)))["lockVersion"].GetInt32();
        var moved = await Admin.PatchJsonAsync(Self(parent), new { lockVersion = version, _links = new { project = Link(elsewhere["_links/self/href"].GetString()) } });

        Assert.That((moved.Status, HasPhase(moved)), Is.EqualTo((HttpStatusCode.OK, false)), moved.ToString());
        var back = await Admin.PatchJsonAsync(Self(child), new { lockVersion = (await Admin.GetJsonAsync(Self(child)))["lockVersion"].GetInt32(), _links = new { parent = Link(null), project = Link(Project) } });
        Assert.That((back.Status, HasPhase(back), Phase(back)), Is.EqualTo((HttpStatusCode.OK, true, (string?)null)), "what came along left its phase, too. " + back);
    }

    private static object Link(string? href) => new { href };

    private static string Self(ApiAnswer made) => made["_links/self/href"].GetString()!;

    private static bool HasPhase(ApiAnswer work) => work["_links"].TryGetProperty("projectPhase", out _);

    private static string? Phase(ApiAnswer work) => work["_links/projectPhase/href"] is { ValueKind: not JsonValueKind.Null } href ? href.GetString() : null;

    private async Task<string> SetAsync(string name, bool active)
    {
        await using var scope = world.Server.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Set(new Viewer(1, "System", IsAdmin: true, IsAnonymous: false));
        var id = await scope.ServiceProvider.GetRequiredService<ProjectPhaseService>().ActivateAsync(long.Parse(Project.Split('/')[^1]), name, active, DateTime.UnixEpoch, CancellationToken.None);
        return "/api/v3/project_phases/" + id;
    }
}
