using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Sessions;
using OpenProject.Domain.Users;

namespace OpenProject.Domain.Tests.Users;

internal sealed class UserTests
{
    private static readonly DateTime Now = new(2024, 5, 6, 8, 0, 0, DateTimeKind.Utc);

    private readonly User user = User.Create("ada", "Ada", "Lovelace", "ada@example.net", Now);

    [Test]
    public void The_display_name_follows_the_names()
    {
        Assert.That((user.Name, user.SortName), Is.EqualTo(("Ada Lovelace", "Lovelace Ada")));

        user.CallLastName("King");

        Assert.That((user.Name, user.SortName), Is.EqualTo(("Ada King", "King Ada")));
    }

    [TestCase("me")]
    [TestCase("ME")]
    [TestCase("a/b")]
    [TestCase("a<b>")]
    [TestCase("a\0b")]
    public void Some_logins_cannot_be(string login) => Refuses(() => user.SignInAs(login), "login");

    [TestCase("ada lovelace")]
    [TestCase("ada@example.net")]
    [TestCase("a.d-a_+1")]
    [TestCase("Ädä")]
    public void Other_logins_can(string login)
    {
        user.SignInAs(login);

        Assert.That(user.Login, Is.EqualTo(login));
    }

    [TestCase("")]
    [TestCase("ada")]
    [TestCase("@example.net")]
    [TestCase("ada@")]
    [TestCase("ada@x@y")]
    [TestCase("ada@example.net\r\nBcc: eve@example.net")]
    public void An_address_is_one(string email) => Refuses(() => user.ReachAt(email), "email");

    [Test]
    public void Who_is_locked_can_be_unlocked_and_nobody_else()
    {
        Refuses(user.Unlock, "status");
        user.Lock();
        Assert.That(user.Status, Is.EqualTo(UserStatus.Locked));
        Refuses(user.Lock, "status");
        user.Unlock();
        Assert.That(user.Status, Is.EqualTo(UserStatus.Active));
    }

    [Test]
    public void A_new_password_and_a_lock_end_the_sessions_that_began_before()
    {
        var session = Session.Begin(user, new string('a', Session.HashLength), Now);
        Assert.That(session.Generation, Is.EqualTo(user.SessionGeneration));

        user.SetPassword("hash", forceChange: false);
        var afterPassword = user.SessionGeneration;
        user.Lock();
        var afterLock = user.SessionGeneration;
        user.Unlock();

        Assert.That(new[] { session.Generation, afterPassword, afterLock }, Is.Unique);
        Assert.That(user.SessionGeneration, Is.EqualTo(afterLock));
    }

    [Test]
    public void An_invitation_can_be_accepted_once()
    {
        user.BeginAs(UserStatus.Invited);
        user.Activate();

        Assert.That(user.Status, Is.EqualTo(UserStatus.Active));
        Refuses(user.Activate, "status");
    }

    [Test]
    public void Builtin_users_cannot_be_locked()
    {
        User[] builtin = [AnonymousUser.Builtin(Now), SystemUser.Builtin(Now), DeletedUser.Builtin(Now)];

        Assert.That(builtin.Select(one => one.Kind), Is.EqualTo(new[] { PrincipalKind.Anonymous, PrincipalKind.System, PrincipalKind.Deleted }));
        Assert.That(builtin.Select(one => one.Name), Is.EqualTo(new[] { "Anonymous", "System", "Deleted user" }));
        Assert.That(builtin.All(one => one.IsBuiltin && !one.CanBeLocked && !one.CanBeUnlocked), Is.True);
    }

    [Test]
    public void The_language_falls_back_to_the_default()
    {
        user.Speak("de");
        user.Speak(null);

        Assert.That(user.Language, Is.EqualTo(User.DefaultLanguage));
        Refuses(() => user.Speak("d3"), "language");
    }

    private static void Refuses(Action change, string member) =>
        Assert.That(Assert.Throws<BrokenRule>(change)!.Member, Is.EqualTo(member));
}
