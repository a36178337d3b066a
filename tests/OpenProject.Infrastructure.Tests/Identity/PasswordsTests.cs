using OpenProject.Infrastructure.Identity;

namespace OpenProject.Infrastructure.Tests.Identity;

[TestFixture]
internal sealed class PasswordsTests
{
    private readonly Passwords passwords = new();

    [Test]
    public void A_hash_tells_its_password_from_others_and_is_another_each_time()
    {
        var hash = passwords.Hash("Correct-horse-7-battery");

        Assert.That(passwords.Matches(hash, "Correct-horse-7-battery"), Is.True);
        Assert.That(passwords.Matches(hash, "correct-horse-7-battery"), Is.False);
        Assert.That(passwords.Matches(hash, ""), Is.False);
        Assert.That(passwords.Hash("Correct-horse-7-battery"), Is.Not.EqualTo(hash));
    }

    [TestCase("")]
    [TestCase("Correct-horse-7-battery")]
    public void Without_a_hash_no_password_is_right(string password) => Assert.That(passwords.Matches(null, password), Is.False);
}
