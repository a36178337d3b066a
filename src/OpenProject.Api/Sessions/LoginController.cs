using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OpenProject.Api.Authentication;
using OpenProject.Api.Pages;
using OpenProject.Application.Sessions;
using OpenProject.Domain.Common;

namespace OpenProject.Api.Sessions;

/// <summary>Signing in, with the change of a password that must be changed, and signing out.</summary>
public sealed class LoginController(
    SignInService signIns, SessionService sessions, IOptions<PublicAddress> address, ILogger<LoginController> logger) : PageController
{
    private const string Form = "Show";
    private const string PasswordChange = "ChangePassword";

    /// <summary>The sign-in page; who is signed in goes on at once.</summary>
    [HttpGet(SessionCookie.LoginPath)]
    public IActionResult Show([FromQuery(Name = SessionCookie.BackUrl)] string? backUrl)
    {
        var back = Back(backUrl);
        return User.Identity?.IsAuthenticated == true ? LocalRedirect(back) : View(Form, new LoginForm { BackUrl = back });
    }

    /// <summary>Signs in.</summary>
    [HttpPost(SessionCookie.LoginPath)]
    public async Task<IActionResult> Enter(LoginForm form)
    {
        form.BackUrl = Back(form.BackUrl);
        switch (await signIns.SignInAsync(form.Username, form.Password, HttpContext.RequestAborted))
        {
            case Admission.Begun begun:
                return await WelcomeAsync(begun, form.BackUrl);
            case Admission.PasswordChangeNeeded:
                return View(PasswordChange, new PasswordForm { Username = form.Username, BackUrl = form.BackUrl });
            default:
                Refuse("username", "Username or password is wrong, or there were too many attempts.");
                return Wrong(Form, form);
        }
    }

    /// <summary>Changes the password and signs in.</summary>
    [HttpPost(SessionCookie.LoginPath + "/password")]
    public async Task<IActionResult> ChangePassword(PasswordForm form)
    {
        form.BackUrl = Back(form.BackUrl);
        if (form.NewPassword != form.Confirmation)
        {
            ModelState.AddModelError("new_password_confirmation", "The two new passwords are not the same.");
            return Wrong(PasswordChange, form);
        }

        try
        {
            if (await signIns.ChangePasswordAsync(form.Username, form.Password, form.NewPassword, HttpContext.RequestAborted) is Admission.Begun begun)
            {
                Notice("Your password has been changed.");
                return await WelcomeAsync(begun, form.BackUrl);
            }

            Refuse("password", "The present password is wrong, or there were too many attempts.");
        }
        catch (BrokenRule rule)
        {
            ModelState.AddModelError("new_password", rule.Message);
        }

        return Wrong(PasswordChange, form);
    }

    /// <summary>Signs out.</summary>
    [HttpPost("/logout")]
    public async Task<LocalRedirectResult> Leave()
    {
        if (User.Token() is { } token)
            await sessions.EndAsync(token, HttpContext.RequestAborted);
        await HttpContext.SignOutAsync(AuthenticationSchemes.Session);
        Notice("You have signed out.");
        return LocalRedirect(Request.PathBase + SessionCookie.LoginPath);
    }

    private async Task<LocalRedirectResult> WelcomeAsync(Admission.Begun begun, string back)
    {
        Log.SignedIn(logger, begun.Viewer.UserId, HttpContext.Connection.RemoteIpAddress);
        await HttpContext.SignInAsync(AuthenticationSchemes.Session, SessionPrincipal.Of(begun.Viewer, begun.Token));
        return LocalRedirect(back);
    }

    private void Refuse(string field, string message)
    {
        Log.Refused(logger, HttpContext.Connection.RemoteIpAddress);
        ModelState.AddModelError(field, message);
    }

    private string Back(string? asked)
    {
        var back = BackUrl.Within(asked, Request.PathBase, address.Value.BaseFor(Request));
        if (BackUrl.ApplicationBehind(back, Request.PathBase) is { } application)
            HttpContext.AllowFormsTo(application);
        return back;
    }
}
