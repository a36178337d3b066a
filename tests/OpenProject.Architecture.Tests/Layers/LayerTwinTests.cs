using static OpenProject.Architecture.Tests.Layers.LayerRules;

namespace OpenProject.Architecture.Tests.Layers;

/// <summary>The rules of the layers catch what breaks them: a rule that looks at nothing would pass too.</summary>
[TestFixture]
public sealed class LayerTwinTests
{
    private const string Twins = "OpenProject.Architecture.Tests.Layers.Twins";

    [TestCase("KnowsStorage", "Microsoft.EntityFrameworkCore")]
    [TestCase("KnowsHttp", "Microsoft.AspNetCore.Http")]
    [TestCase("KnowsJson", "System.Text.Json")]
    [TestCase("KnowsAResource", "OpenProject.Domain.WorkPackages")]
    [TestCase("KnowsInfrastructure", "OpenProject.Infrastructure")]
    [TestCase("ReadsByItself", "OpenProject.Application.Common.IReadStore")]
    public void A_type_that_knows_too_much_is_caught(string twin, string known) =>
        Assert.That(ThatKnow(In(typeof(LayerTwinTests).Assembly, Twins), known), Does.Contain($"{Twins}.{twin}"));

    [Test]
    public void A_package_too_many_is_caught()
    {
        Assert.That(Packages(Solution.Application, "OpenProject.Domain", "FluentValidation"), Does.Contain("AutoMapper"));
        Assert.That(Packages(Solution.Infrastructure), Does.Contain("Microsoft.EntityFrameworkCore"));
    }

    [TestCase("Domain", "OpenProject.Domain", "System")]
    [TestCase("Application", "OpenProject.Application.Resources", "OpenProject.Application.Common")]
    [TestCase("Infrastructure", "OpenProject.Infrastructure", "OpenProject.Application")]
    [TestCase("Api", "OpenProject.Api", "OpenProject.Infrastructure")]
    public void Each_layer_is_looked_at(string layer, string room, string known) =>
        Assert.That(ThatKnow(In(Solution.Layers.Single(l => l.GetName().Name == "OpenProject." + layer), room), known), Is.Not.Empty);
}
