using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Pages;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;
using OpenProject.Application.OAuthApplications;
using OpenProject.Domain.Common;

namespace OpenProject.Api.ApiTokens;

/// <summary>What acts for the person who is signed in: his API tokens, and the applications that he has let in.</summary>
[RequiresSignIn]
public sealed class AccessTokensController(ApiTokenService tokens, OAuthGrantService grants, CurrentViewer current) : PageController
{
    private const string Location = "/my/access_tokens";

    /// <summary>All of them, and the form for another API token.</summary>
    [HttpGet(Location)]
    public async Task<ViewResult> ShowTokens() => View("Index", await PageAsync(new AccessTokenForm()));

    /// <summary>Makes an API token and shows it, this once.</summary>
    [HttpPost(Location)]
    public async Task<ViewResult> CreateToken(AccessTokenForm form)
    {
        var made = IsDay(form.ExpiresOn, out var expiresOn) ? await CreateAsync(form.Name, expiresOn) : null;
        if (made is null)
            return Wrong("Index", await PageAsync(form));
        return View("Created", new NewAccessTokenPage(form.Name!.Trim(), made.Text, expiresOn));
    }

    /// <summary>Takes an API token back.</summary>
    [HttpPost(Location + "/{id:long}/revoke")]
    public async Task<LocalRedirectResult> RevokeToken(long id)
    {
        var name = await tokens.RevokeAsync(id, current.Viewer.UserId, HttpContext.RequestAborted);
        Notice($"The token {name} has been revoked.");
        return Home();
    }

    /// <summary>Lets an application act for the person no longer.</summary>
    [HttpPost(Location + "/applications/{id:long}/revoke")]
    public async Task<LocalRedirectResult> RevokeGrant(long id)
    {
        await grants.RevokeAsync(id, HttpContext.RequestAborted);
        Notice("The application can no longer act for you.");
        return Home();
    }

    private async Task<ApiTokenSecret?> CreateAsync(string? name, DateOnly? expiresOn)
    {
        try
        {
            return await tokens.CreateAsync(current.Viewer.UserId, name, expiresOn, HttpContext.RequestAborted) ?? throw new ProblemException(new Problem.Forbidden());
        }
        catch (BrokenRule rule)
        {
            Complain(rule.Member, rule.Message);
            return null;
        }
    }

    private bool IsDay(string? text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
        if (day is not null || string.IsNullOrWhiteSpace(text))
            return true;
        Complain("expiresAt", "Expiration date must be a day like 2027-12-31.");
        return false;
    }

    private async Task<AccessTokensPage> PageAsync(AccessTokenForm form) => new(
        form,
        await tokens.ListAsync(current.Viewer.UserId, HttpContext.RequestAborted),
        await grants.ListAsync(HttpContext.RequestAborted));

    private LocalRedirectResult Home() => LocalRedirect(Request.PathBase + Location);
}
