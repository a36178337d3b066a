using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using OpenProject.Api.Authentication;
using OpenProject.Api.Errors;
using OpenProject.Api.OAuth.Handlers;
using OpenProject.Api.Pages;
using OpenProject.Api.WellKnown;
using OpenProject.Application.OAuthApplications;
using OpenProject.Domain.OAuthApplications;
using static OpenIddict.Abstractions.OpenIddictConstants;
using OAuthErrors = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace OpenProject.Api.OAuth;

/// <summary>The authorization endpoint (RFC 6749 section 3.1), after OpenIddict has found the request to be good: asks the person.</summary>
[ApiArea(ApiArea.OAuth)]
[ExactPath]
[ApiExplorerSettings(IgnoreApi = true)]
[PageHeaders]
// An application may post its request (RFC 6749 section 3.1). Only the decision is our own form, and is checked where it is taken.
[IgnoreAntiforgeryToken]
public sealed class AuthorizeController(
    OAuthConsentService consents, OAuthTokenService tokens, ResourceIndicators resources, IAntiforgery antiforgery) : Controller
{
    private const string LoginPath = "/login";

    /// <summary>Asks the person, unless he is known to agree; sends him to sign in first.</summary>
    [HttpGet(OAuthEndpoints.Authorize)]
    [HttpPost(OAuthEndpoints.Authorize)]
    public async Task<IActionResult> Authorize()
    {
        if (HttpContext.GetOpenIddictServerResponse() is { Error: { } error } refused)
            return Refused(error, refused.ErrorDescription);
        var request = HttpContext.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict has not seen the request.");
        var session = (await HttpContext.AuthenticateAsync(AuthenticationSchemes.Session)).Principal;
        var user = session?.FindFirstValue(ClaimTypes.NameIdentifier);
        if (user is null || !await tokens.MayActAsync(user, HttpContext.RequestAborted))
            return request.HasPromptValue(PromptValues.None) ? OAuthRefusal.Of(OAuthErrors.LoginRequired, "The person has to sign in.") : SignInFirst();

        HttpContext.User = session!;
        var (userId, scopes) = (long.Parse(user, CultureInfo.InvariantCulture), ScopeRules.Of(request));
        var consent = await consents.AskAsync(userId, request.ClientId!, scopes, HttpContext.RequestAborted);
        if (Request.HasFormContentType && Request.Form[ConsentModel.Decision] is [{ } decision])
            return await DecideAsync(request, consent, userId, decision);
        if (consent.IsGiven && !request.HasPromptValue(PromptValues.Consent))
            return Allow(request, user);
        return request.HasPromptValue(PromptValues.None)
            ? OAuthRefusal.Of(OAuthErrors.ConsentRequired, "The person has to agree.")
            : AskPage(request, consent);
    }

    /// <summary>Shows the code, or why there is none, when there is nowhere to send it.</summary>
    [HttpGet(OAuthEndpoints.Code)]
    public IActionResult ShowCode(string? code, string? error) =>
        code is null ? Refused(error ?? OAuthErrors.InvalidRequest, description: null) : View("/Views/OAuth/Code.cshtml", new CodeModel(code));

    private async Task<IActionResult> DecideAsync(OpenIddictRequest request, OAuthConsent consent, long userId, string decision)
    {
        if (!await antiforgery.IsRequestValidAsync(HttpContext))
            return AskPage(request, consent);
        if (decision != ConsentModel.Allow)
            return OAuthRefusal.Of(OAuthErrors.AccessDenied, "The person did not agree.");
        await consents.RememberAsync(userId, consent, ScopeRules.Of(request), HttpContext.RequestAborted);
        return Allow(request, userId.ToString(CultureInfo.InvariantCulture));
    }

    private Microsoft.AspNetCore.Mvc.SignInResult Allow(OpenIddictRequest request, string user) =>
        SignIn(OAuthPrincipal.Of(user, request, resources, Request), OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);

    // The request comes again as a whole afterwards, whichever way it came now.
    private RedirectResult SignInFirst()
    {
        var again = new QueryBuilder(Parameters()).ToQueryString();
        return Redirect(Request.PathBase + LoginPath + QueryString.Create("back_url", Request.PathBase + Request.Path + again));
    }

    // The answer goes on to the application, and browsers hold a form's whole way against the page's policy.
    private ViewResult AskPage(OpenIddictRequest request, OAuthConsent consent)
    {
        if (Uri.TryCreate(request.RedirectUri, UriKind.Absolute, out var target))
            HttpContext.AllowFormsTo(target);
        return View("/Views/OAuth/Consent.cshtml", Ask(request, consent, User.Identity?.Name ?? ""));
    }

    private ConsentModel Ask(OpenIddictRequest request, OAuthConsent consent, string person) => new(
        consent.Name,
        consent.IsStranger,
        person,
        [.. ScopeRules.Of(request).Select(ScopeText.Of)],
        DestinationOf(request.RedirectUri),
        Parameters());

    private static string? DestinationOf(string? redirectUri) =>
        redirectUri is null or RedirectUri.OutOfBand || !Uri.TryCreate(redirectUri, UriKind.Absolute, out var uri)
            ? null
            : uri.Host.Length > 0 ? uri.Authority : uri.Scheme;

    // As they came, but for what our own form has added.
    private List<KeyValuePair<string, string>> Parameters()
    {
        IEnumerable<KeyValuePair<string, StringValues>> sent = Request.HasFormContentType ? Request.Form : Request.Query;
        return
        [
            .. from parameter in sent
               where parameter.Key != ConsentModel.Decision && !parameter.Key.StartsWith("__", StringComparison.Ordinal)
               from value in parameter.Value
               where value is not null
               select KeyValuePair.Create(parameter.Key, value),
        ];
    }

    private ViewResult Refused(string error, string? description)
    {
        var page = View("/Views/OAuth/Refused.cshtml", new RefusedModel(error, description));
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }
}
