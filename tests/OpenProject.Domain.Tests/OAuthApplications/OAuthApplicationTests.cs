using OpenProject.Domain.Common;
using OpenProject.Domain.OAuthApplications;

namespace OpenProject.Domain.Tests.OAuthApplications;

internal sealed class OAuthApplicationTests
{
    private static readonly DateTime Now = new(2024, 5, 6, 8, 0, 0, DateTimeKind.Utc);

    [Test]
    public void It_begins_enabled_and_not_internal()
    {
        var application = Confidential();

        Assert.That((application.Enabled, application.Internal, application.ClientCredentialsUserId), Is.EqualTo((true, false, (long?)null)));
        Assert.That((application.CreatedAt, application.UpdatedAt), Is.EqualTo((Now, Now)));
    }

    [TestCase("", "Name can't be blank.")]
    [TestCase(null, "Name can't be blank.")]
    public void It_has_a_name(string? name, string message) =>
        Assert.That(Assert.Throws<BrokenRule>(() => Confidential().Rename(name))!.Message, Is.EqualTo(message));

    [Test]
    public void Scopes_are_kept_once_each_in_the_usual_order()
    {
        var application = Confidential();

        application.Scope(["mcp", "api_v3", "mcp"]);

        Assert.That(application.Scopes, Is.EqualTo(new[] { "api_v3", "mcp" }));
    }

    [Test]
    public void Without_scopes_it_has_the_default_one()
    {
        var application = Confidential();

        application.Scope([]);

        Assert.That(application.Scopes, Is.EqualTo(new[] { "api_v3" }));
    }

    [TestCase("openid")]
    [TestCase("API_V3")]
    [TestCase("")]
    public void A_scope_that_there_is_not_is_refused(string scope) =>
        Assert.That(Assert.Throws<BrokenRule>(() => Confidential().Scope(["api_v3", scope]))!.Member, Is.EqualTo("scopes"));

    [Test]
    public void Blank_redirect_uris_are_left_out_and_each_is_kept_once()
    {
        var application = Confidential();

        application.RedirectTo(["https://a.example/cb", " ", "https://a.example/cb ", "http://localhost/cb"]);

        Assert.That(application.RedirectUris, Is.EqualTo(new[] { "https://a.example/cb", "http://localhost/cb" }));
    }

    [Test]
    public void One_without_secret_needs_somewhere_to_go()
    {
        Assert.That(Assert.Throws<BrokenRule>(() => Public().RedirectTo([]))!.Member, Is.EqualTo("redirectUri"));
        Assert.DoesNotThrow(() => Confidential().RedirectTo([]));
    }

    [Test]
    public void Only_one_with_a_secret_acts_for_itself()
    {
        Assert.That(Assert.Throws<BrokenRule>(() => Public().ActAs(7))!.Member, Is.EqualTo("clientCredentialsUser"));

        var application = Confidential();
        application.ActAs(7);

        Assert.That(Assert.Throws<BrokenRule>(() => application.KeepSecret(false))!.Member, Is.EqualTo("confidential"));
        application.ActAs(null);
        application.KeepSecret(false);
        Assert.That(application.Confidential, Is.False);
    }

    private static OAuthApplication Confidential() => OAuthApplication.Register("client", confidential: true, ownerId: 1, Now);

    private static OAuthApplication Public() => OAuthApplication.Register("client", confidential: false, ownerId: 1, Now);
}
