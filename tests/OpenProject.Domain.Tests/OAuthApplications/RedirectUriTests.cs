using OpenProject.Domain.Common;
using OpenProject.Domain.OAuthApplications;

namespace OpenProject.Domain.Tests.OAuthApplications;

internal sealed class RedirectUriTests
{
    [TestCase("https://app.example.com/cb")]
    [TestCase("https://app.example.com:8443/cb?tenant=1")]
    [TestCase("http://localhost/cb")]
    [TestCase("http://127.0.0.1:8080/cb")]
    [TestCase("http://[::1]/cb")]
    [TestCase("com.example.app:/cb")]
    [TestCase("urn:ietf:wg:oauth:2.0:oob")]
    public void It_may_be(string uri) => Assert.That(RedirectUri.Checked($" {uri} "), Is.EqualTo(uri));

    [TestCase("http://app.example.com/cb", "must be an HTTPS URI")]
    [TestCase("http://localhost.evil.example/cb", "must be an HTTPS URI")]
    [TestCase("http://10.0.0.1/cb", "must be an HTTPS URI")]
    [TestCase("javascript:alert(1)", "must be an HTTPS URI")]
    [TestCase("data:text/html,x", "must be an HTTPS URI")]
    [TestCase("file:///etc/passwd", "must be an HTTPS URI")]
    [TestCase("myapp://cb", "must be an HTTPS URI")]
    [TestCase("urn:ietf:wg:oauth:2.0:oob:auto", "must be an HTTPS URI")]
    [TestCase("/cb", "must be an absolute URI")]
    [TestCase("app.example.com/cb", "must be an absolute URI")]
    [TestCase("https://", "must be an absolute URI")]
    [TestCase("https://app.example.com/a b", "must be an absolute URI")]
    [TestCase("https://*.example.com/cb", "must be an absolute URI")]
    [TestCase("https://app.example.com/cb#top", "cannot contain a fragment")]
    [TestCase("https://ada@app.example.com/cb", "cannot contain a fragment or a user name")]
    public void It_cannot_be(string uri, string reason)
    {
        var broken = Assert.Throws<BrokenRule>(() => RedirectUri.Checked(uri));

        Assert.That((broken!.Member, broken.Message), Is.EqualTo(("redirectUri", broken.Message)));
        Assert.That(broken.Message, Does.Contain(reason));
    }

    [Test]
    public void It_is_not_endless() =>
        Assert.Throws<BrokenRule>(() => RedirectUri.Checked("https://app.example.com/" + new string('a', RedirectUri.Limit)));

    [TestCase("http://localhost/cb", true)]
    [TestCase("http://127.0.0.2/cb", true)]
    [TestCase("https://localhost/cb", false)]
    [TestCase("http://example.com/cb", false)]
    [TestCase("nonsense", false)]
    public void The_loopback_interface_is_known(string uri, bool expected) => Assert.That(RedirectUri.IsLoopback(uri), Is.EqualTo(expected));
}
