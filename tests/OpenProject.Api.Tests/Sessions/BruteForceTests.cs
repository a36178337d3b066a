using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Application.Common;
using OpenProject.Application.Sessions;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Sessions;

/// <summary>Guessing passwords ends after 20 of them, for half an hour, whichever server is asked.</summary>
[OnEachDatabase]
public sealed class BruteForceTests(DatabaseProvider provider)
{
    private const string Password = "Correct-horse-7-battery";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
    private readonly CheapPasswords passwords = new();
    private ApiServer server = null!;
    private WebApplicationFactory<Program> first = null!;
    private WebApplicationFactory<Program> second = null!;

    [SetUp]
    public async Task Start()
    {
        server = new ApiServer(provider, ("Seed:Demo", "none"));
        (first, second) = (Timed(), Timed());
        await first.AccountAsync("ada", Password);
        await first.AccountAsync("grace", Password);
    }

    [TearDown]
    public async Task Stop()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
        server.Dispose();
    }

    [Test]
    public async Task Twenty_failures_block_the_account_on_every_server_for_half_an_hour()
    {
        for (var attempt = 0; attempt < 20; attempt++)
            Assert.That(await SignInAsync(attempt % 2 == 0 ? first : second, "ada", "wrong"), Is.InstanceOf<Admission.Refused>());

        Assert.That(await SignInAsync(first, "ada", Password), Is.InstanceOf<Admission.Refused>());
        Assert.That(await SignInAsync(second, "ada", Password), Is.InstanceOf<Admission.Refused>());
        Assert.That(await SignInAsync(second, "grace", Password), Is.InstanceOf<Admission.Begun>());

        clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.That(await SignInAsync(first, "ada", Password), Is.InstanceOf<Admission.Refused>());
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await SignInAsync(first, "ada", Password), Is.InstanceOf<Admission.Begun>());
    }

    [Test]
    public async Task A_right_password_ends_the_count()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var attempt = 0; attempt < 19; attempt++)
                await SignInAsync(first, "ada", "wrong");
            Assert.That(await SignInAsync(first, "ada", Password), Is.InstanceOf<Admission.Begun>());
        }
    }

    [Test]
    public async Task Failures_that_are_half_an_hour_old_do_not_count()
    {
        for (var attempt = 0; attempt < 19; attempt++)
            await SignInAsync(first, "ada", "wrong");
        clock.Advance(TimeSpan.FromMinutes(30));
        await SignInAsync(first, "ada", "wrong");

        Assert.That(await SignInAsync(first, "ada", Password), Is.InstanceOf<Admission.Begun>());
    }

    [Test]
    public async Task Attempts_at_the_same_moment_are_all_counted()
    {
        passwords.Looked.Clear();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(attempt => Task.Run(() => SignInAsync(attempt % 2 == 0 ? first : second, "ada", "wrong"))));

        Assert.That(passwords.Looked.Count(hash => hash is not null), Is.EqualTo(20));
        Assert.That(passwords.Looked, Has.Count.EqualTo(40));
    }

    [Test]
    public async Task The_work_is_the_same_for_a_wrong_password_an_unknown_login_and_a_blocked_account()
    {
        foreach (var (login, given) in new[] { ("ada", "wrong"), ("nobody", "wrong"), ("", "") })
        {
            passwords.Looked.Clear();
            var before = await LastWriteAsync();
            clock.Advance(TimeSpan.FromSeconds(1));
            await SignInAsync(first, login, given);

            Assert.That(passwords.Looked, Has.Count.EqualTo(1), login);
            Assert.That(await LastWriteAsync(), Is.GreaterThan(before), login);
        }

        for (var attempt = 0; attempt < 20; attempt++)
            await SignInAsync(first, "ada", "wrong");
        passwords.Looked.Clear();
        var blocked = await LastWriteAsync();
        clock.Advance(TimeSpan.FromSeconds(1));
        await SignInAsync(first, "ada", Password);
        Assert.That(passwords.Looked, Is.EqualTo(new string?[] { null }));
        Assert.That(await LastWriteAsync(), Is.GreaterThan(blocked));
    }

    [Test]
    public async Task The_page_says_of_a_blocked_account_what_it_says_of_a_wrong_password()
    {
        using var browser = Browser.Of(first);
        var wrong = await browser.SignInAsync("ada", "wrong");
        for (var attempt = 0; attempt < 20; attempt++)
            await SignInAsync(first, "ada", "wrong");
        var blocked = await browser.SignInAsync("ada", Password);

        Assert.That(blocked.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Browser.Document(blocked).QuerySelector("main")!.TextContent, Is.EqualTo(Browser.Document(wrong).QuerySelector("main")!.TextContent));
    }

    [Test]
    public async Task Blocking_can_be_turned_off()
    {
        using var lenient = new ApiServer(provider, ("Passwords:BlockAfterFailures", "0"), ("Seed:Demo", "none"));
        await lenient.AccountAsync("ada", Password);
        for (var attempt = 0; attempt < 25; attempt++)
            await SignInAsync(lenient, "ada", "wrong");

        Assert.That(await SignInAsync(lenient, "ada", Password), Is.InstanceOf<Admission.Begun>());
    }

    private static async Task<Admission> SignInAsync(WebApplicationFactory<Program> on, string login, string password)
    {
        await using var scope = on.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignInService>().SignInAsync(login, password, CancellationToken.None);
    }

    private WebApplicationFactory<Program> Timed() => server.WithWebHostBuilder(host => host.ConfigureTestServices(services =>
        services.AddSingleton<TimeProvider>(clock).AddSingleton<IPasswords>(passwords)));

    // The latest attempt that any row tells of.
    private async Task<DateTime> LastWriteAsync()
    {
        await using var scope = first.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Set<User>().MaxAsync(u => u.LastFailedSignInAt) ?? DateTime.MinValue;
    }

    private sealed class CheapPasswords : IPasswords
    {
        public System.Collections.Concurrent.ConcurrentBag<string?> Looked { get; } = [];

        public string Hash(string password) => "hash of " + password;

        public bool Matches(string? hash, string password)
        {
            Looked.Add(hash);
            return hash == Hash(password);
        }
    }
}
