using Microsoft.AspNetCore.Http;
using OpenProject.Api.Pages;

namespace OpenProject.Api.Tests.Pages;

/// <summary>The way back from the sign-in page cannot leave the installation.</summary>
[TestFixture]
public sealed class BackUrlTests
{
    [TestCase("/docs")]
    [TestCase("/oauth/authorize?client_id=1&redirect_uri=https%3A%2F%2Fplanner.example%2F..%2Fcb")]
    [TestCase("/docs#operations")]
    [TestCase("/?q=//evil.example")]
    [TestCase("/a%2Fb")]
    public void A_path_of_ours_is_the_way_back(string address) =>
        Assert.That(BackUrl.Within(address, "", "https://op.example"), Is.EqualTo(address));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("docs")]
    [TestCase("//evil.example")]
    [TestCase("///evil.example")]
    [TestCase("/\\evil.example")]
    [TestCase("\\\\evil.example")]
    [TestCase("/docs\\..\\..")]
    [TestCase("/\t/evil.example")]
    [TestCase("/\n/evil.example")]
    [TestCase(" //evil.example")]
    [TestCase("http://evil.example/")]
    [TestCase("https://evil.example")]
    [TestCase("https:evil.example")]
    [TestCase("https://op.example.evil.example/")]
    [TestCase("https://op.example@evil.example/")]
    [TestCase("https://op.example//evil.example/")]
    [TestCase("javascript:alert(1)")]
    [TestCase("data:text/html,x")]
    [TestCase("/docs\r\nSet-Cookie: a=b")]
    public void What_is_no_path_of_ours_leads_to_the_start_page(string? address) =>
        Assert.That(BackUrl.Within(address, "", "https://op.example"), Is.EqualTo("/"));

    [TestCase("/op/docs", "/op/docs")]
    [TestCase("/op", "/op")]
    [TestCase("/op?x=1", "/op?x=1")]
    [TestCase("/docs", "/op/")]
    [TestCase("/opposite", "/op/")]
    [TestCase("/op/../other", "/op/")]
    [TestCase("/op/%2e%2e/other", "/op/")]
    [TestCase("/op/.%2E/other", "/op/")]
    [TestCase("https://example.com/op/docs?x=1", "/op/docs?x=1")]
    [TestCase("https://example.com/other", "/op/")]
    public void Other_applications_on_the_host_are_elsewhere(string address, string expected) =>
        Assert.That(BackUrl.Within(address, "/op", "https://example.com/op"), Is.EqualTo(expected));

    [Test]
    public void An_address_without_end_is_none() =>
        Assert.That(BackUrl.Within("/" + new string('a', 10_000), "", "https://op.example"), Is.EqualTo("/"));

    [TestCase("/oauth/authorize?redirect_uri=https%3A%2F%2Fplanner.example%2Fcb", "https://planner.example/cb")]
    [TestCase("/oauth/authorize?redirect_uri=planner%3A%2Fcb", "planner:/cb")]
    [TestCase("/oauth/authorize", null)]
    [TestCase("/docs?redirect_uri=https%3A%2F%2Fplanner.example%2Fcb", null)]
    public void Behind_a_request_to_be_let_in_there_is_an_application(string address, string? expected) =>
        Assert.That(BackUrl.ApplicationBehind(address, PathString.Empty)?.ToString(), Is.EqualTo(expected));
}
