using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;

namespace OpenProject.Api.Tests;

[TestFixture]
public sealed class PublicAddressTests
{
    [TestCase(null)]
    [TestCase("")]
    public void Unset_it_is_that_of_each_request(string? url)
    {
        var address = new PublicAddress { PublicBaseUrl = url };

        Assert.That(address.BaseFor(Request("http", "localhost:8080")), Is.EqualTo("http://localhost:8080"));
        Assert.That(address.HostFor(Request("http", "localhost:8080")), Is.EqualTo("localhost:8080"));
        Assert.That(address.Prefix.HasValue, Is.False);
    }

    [TestCase("https://world.example", "https://world.example", "world.example", "")]
    [TestCase("https://world.example/", "https://world.example", "world.example", "")]
    [TestCase("https://world.example:8443/op/", "https://world.example:8443/op", "world.example:8443", "/op")]
    public void Set_it_wins_over_the_host_header(string url, string address, string host, string prefix)
    {
        var known = new PublicAddress { PublicBaseUrl = url };

        Assert.That(known.BaseFor(Request("http", "evil.example")), Is.EqualTo(address));
        Assert.That(known.HostFor(Request("http", "evil.example")), Is.EqualTo(host));
        Assert.That(known.Prefix.Value ?? "", Is.EqualTo(prefix));
    }

    [TestCase("op.example.com")]
    [TestCase("/openproject")]
    [TestCase("ftp://op.example.com")]
    [TestCase("https://op.example.com/?a=b")]
    [TestCase("https://op.example.com/#x")]
    public void What_is_no_address_is_refused(string url)
    {
        var known = new PublicAddress { PublicBaseUrl = url };

        Assert.That(known.Validate(new ValidationContext(known)).Select(r => r.ErrorMessage), Has.Exactly(1).StartsWith($"PublicBaseUrl is '{url}'"));
    }

    private static HttpRequest Request(string scheme, string host)
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = scheme;
        http.Request.Host = new HostString(host);
        return http.Request;
    }
}
