using OpenProject.Domain.ApiTokens;
using OpenProject.Domain.Common;

namespace OpenProject.Domain.Tests.ApiTokens;

internal sealed class ApiTokenTests
{
    private static readonly DateTime Now = new(2024, 5, 6, 8, 0, 0, DateTimeKind.Utc);

    [Test]
    public void It_works_up_to_but_not_at_the_moment_it_expires()
    {
        var token = ApiToken.Create(1, "CI", "hash", Now.AddDays(1), Now);

        Assert.That(token.IsExpired(Now.AddDays(1).AddTicks(-1)), Is.False);
        Assert.That(token.IsExpired(Now.AddDays(1)), Is.True);
        Assert.That(ApiToken.Create(1, "CI", "hash", null, Now).IsExpired(DateTime.MaxValue), Is.False);
    }

    [Test]
    public void It_does_not_begin_expired() =>
        Assert.That(Assert.Throws<BrokenRule>(() => ApiToken.Create(1, "CI", "hash", Now, Now))!.Member, Is.EqualTo("expiresAt"));
}
