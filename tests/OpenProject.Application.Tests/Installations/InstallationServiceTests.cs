using AutoMapper;
using Moq;
using OpenProject.Application.Common;
using OpenProject.Application.Installations;
using OpenProject.Domain.Installations;

namespace OpenProject.Application.Tests.Installations;

[TestFixture]
public sealed class InstallationServiceTests
{
    private const string Given = "6f1a9b52-7f0e-4c58-9f0c-2f1a7e2d9b10";

    private Mock<IInstallations> installations = null!;
    private KnownInstallation known = null!;
    private Installation? stored;

    [SetUp]
    public void SetUp()
    {
        stored = null;
        known = new KnownInstallation();
        installations = new Mock<IInstallations>(MockBehavior.Strict);
        installations.Setup(i => i.FindAsync(It.IsAny<CancellationToken>())).ReturnsAsync(() => stored);
        installations.Setup(i => i.RegisterAsync(It.IsAny<Installation>(), It.IsAny<CancellationToken>()))
            .Callback((Installation candidate, CancellationToken _) => stored ??= candidate)
            .Returns(Task.CompletedTask);
        installations.Setup(i => i.ReplaceAsync(It.IsAny<Installation>(), It.IsAny<CancellationToken>()))
            .Callback((Installation renewed, CancellationToken _) => stored = renewed)
            .Returns(Task.CompletedTask);
    }

    [TearDown]
    public void TearDown() => known.Dispose();

    [Test]
    public async Task A_new_database_is_registered_under_a_random_UUID()
    {
        var installation = await Service().GetAsync(CancellationToken.None);

        Assert.That(InstallationUuid.TryParse(installation.Uuid, out _), Is.True);
        Assert.That(installation.Uuid, Is.EqualTo(stored!.Uuid.ToString()));
    }

    [Test]
    public async Task A_stored_UUID_stays()
    {
        stored = Installation.KnownBy(InstallationUuid.Parse(Given));

        var installation = await Service().GetAsync(CancellationToken.None);

        Assert.That(installation.Uuid, Is.EqualTo(Given));
        installations.Verify(i => i.RegisterAsync(It.IsAny<Installation>(), It.IsAny<CancellationToken>()), Times.Never);
    }

    [Test]
    public async Task The_winner_of_a_race_counts_not_the_own_candidate()
    {
        var winner = Installation.KnownBy(InstallationUuid.Parse(Given));
        installations.Setup(i => i.RegisterAsync(It.IsAny<Installation>(), It.IsAny<CancellationToken>()))
            .Callback(() => stored = winner)
            .Returns(Task.CompletedTask);

        var installation = await Service().GetAsync(CancellationToken.None);

        Assert.That(installation.Uuid, Is.EqualTo(Given));
    }

    [Test]
    public async Task It_is_read_once_in_the_life_of_the_process()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Service().GetAsync(CancellationToken.None).AsTask()));
        await Service().GetAsync(CancellationToken.None);

        installations.Verify(i => i.RegisterAsync(It.IsAny<Installation>(), It.IsAny<CancellationToken>()), Times.Once);
        installations.Verify(i => i.FindAsync(It.IsAny<CancellationToken>()), Times.Exactly(2));
    }

    [Test]
    public async Task A_failed_reading_is_repeated_by_the_next_request()
    {
        installations.SetupSequence(i => i.FindAsync(It.IsAny<CancellationToken>()))
            .ThrowsAsync(new ProblemException(new Problem.Unavailable()))
            .ReturnsAsync(Installation.KnownBy(InstallationUuid.Parse(Given)));

        Assert.That(async () => await Service().GetAsync(CancellationToken.None), Throws.TypeOf<ProblemException>());
        Assert.That((await Service().GetAsync(CancellationToken.None)).Uuid, Is.EqualTo(Given));
    }

    [Test]
    public async Task A_configured_UUID_wins_without_touching_the_stored_one()
    {
        stored = Installation.KnownBy(InstallationUuid.From(Guid.NewGuid()));
        var before = stored;

        var installation = await Service(Given).GetAsync(CancellationToken.None);

        Assert.That(installation.Uuid, Is.EqualTo(Given));
        Assert.That(stored, Is.SameAs(before));
        installations.VerifyNoOtherCalls();
    }

    [Test]
    public async Task Renewing_stores_another_UUID()
    {
        stored = Installation.KnownBy(InstallationUuid.Parse(Given));

        var renewed = await Service().RenewAsync(CancellationToken.None);

        Assert.That(renewed, Is.Not.EqualTo(Given));
        Assert.That(stored.Uuid.ToString(), Is.EqualTo(renewed));
    }

    private InstallationService Service(string? given = null) =>
        new(
            installations.Object,
            new InstallationOverride(given is null ? null : InstallationUuid.Parse(given)),
            known,
            new Mapper(MappingConfiguration.Create()));
}
