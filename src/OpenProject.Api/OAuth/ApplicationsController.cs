using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Pages;
using OpenProject.Application.Common;
using OpenProject.Application.OAuthApplications;
using OpenProject.Application.Users;

namespace OpenProject.Api.OAuth;

/// <summary>OAuth applications, for administrators.</summary>
[RequiresSignIn(AsAdministrator = true)]
public sealed class ApplicationsController(OAuthApplicationService applications, LoginService logins) : PageController
{
    private const string Location = "/admin/oauth/applications";
    private const string One = Location + "/{id:long}";

    /// <summary>All of them.</summary>
    [HttpGet(Location)]
    public async Task<ViewResult> ShowAll() => View("Index", await applications.ListAsync(HttpContext.RequestAborted));

    /// <summary>The form for a new one.</summary>
    [HttpGet(Location + "/new")]
    public ViewResult ShowNew() => View("Edit", new ApplicationFormPage(null, ApplicationForm.Blank()));

    /// <summary>Registers one, and shows its secret if it has one, this once.</summary>
    [HttpPost(Location)]
    public Task<IActionResult> Register(ApplicationForm form) =>
        SaveAsync(null, form, draft => applications.CreateAsync(draft, HttpContext.RequestAborted), "The application has been registered.");

    /// <summary>One of them, and what can be done with it.</summary>
    [HttpGet(One)]
    public async Task<ViewResult> ShowOne(long id) => View("Show", await FindAsync(id));

    /// <summary>The form for changes.</summary>
    [HttpGet(One + "/edit")]
    public async Task<ViewResult> ShowEdit(long id) => View("Edit", new ApplicationFormPage(id, ApplicationForm.Of(await FindAsync(id))));

    /// <summary>Changes one, and shows its secret if it has got one by that, this once.</summary>
    [HttpPost(One)]
    public Task<IActionResult> Change(long id, ApplicationForm form) =>
        SaveAsync(id, form, draft => applications.UpdateAsync(id, draft, HttpContext.RequestAborted), "The application has been changed.");

    /// <summary>Gives one another secret and shows it, this once.</summary>
    [HttpPost(One + "/secret")]
    public async Task<ViewResult> RenewSecret(long id)
    {
        var made = await applications.RenewSecretAsync(id, HttpContext.RequestAborted);
        return View("Secret", new ApplicationSecretPage(id, (await FindAsync(id)).Name, made.ClientId, made.Secret!));
    }

    /// <summary>Lets one in again.</summary>
    [HttpPost(One + "/enable")]
    public async Task<LocalRedirectResult> Enable(long id)
    {
        await applications.EnableAsync(id, HttpContext.RequestAborted);
        return Done("The application is let in again.", $"{Location}/{id}");
    }

    /// <summary>Lets one in no longer.</summary>
    [HttpPost(One + "/disable")]
    public async Task<LocalRedirectResult> Disable(long id)
    {
        await applications.DisableAsync(id, HttpContext.RequestAborted);
        return Done("The application is let in no longer, and what it held is worthless.", $"{Location}/{id}");
    }

    /// <summary>Removes one.</summary>
    [HttpPost(One + "/delete")]
    public async Task<LocalRedirectResult> Remove(long id)
    {
        await applications.DeleteAsync(id, HttpContext.RequestAborted);
        return Done("The application has been removed.", Location);
    }

    private async Task<IActionResult> SaveAsync(long? id, ApplicationForm form, Func<OAuthApplicationDraft, Task<OAuthApplicationSecret>> save, string done)
    {
        try
        {
            var saved = await save(form.Draft(await UserOfAsync(form.ClientCredentialsUser)));
            return saved.Secret is { } secret
                ? View("Secret", new ApplicationSecretPage(saved.Id, form.Name!.Trim(), saved.ClientId, secret))
                : Done(done, $"{Location}/{saved.Id}");
        }
        catch (ProblemException exception) when (exception.Problem is Problem.Invalid invalid)
        {
            Complain(invalid);
            return Wrong("Edit", new ApplicationFormPage(id, form));
        }
    }

    // A login that nobody has becomes an id that nobody has, so that this is said along with whatever else is wrong.
    private async Task<long?> UserOfAsync(string? login) =>
        string.IsNullOrWhiteSpace(login) ? null : await logins.FindAsync(login.Trim(), HttpContext.RequestAborted) ?? 0;

    private async Task<OAuthApplicationDto> FindAsync(long id) => (await applications.FindAsync(id, HttpContext.RequestAborted)).Dto;
}
