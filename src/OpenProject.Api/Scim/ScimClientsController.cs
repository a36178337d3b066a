using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Pages;
using OpenProject.Application.Common;
using OpenProject.Application.Scim.Clients;

namespace OpenProject.Api.Scim;

/// <summary>Clients of SCIM, for administrators.</summary>
[RequiresSignIn(AsAdministrator = true)]
public sealed class ScimClientsController(ScimClientService clients) : PageController
{
    private const string Location = "/admin/scim/clients";
    private const string One = Location + "/{id:long}";

    /// <summary>All of them.</summary>
    [HttpGet(Location)]
    public async Task<ViewResult> ShowAll() => View("Index", await clients.ListAsync(HttpContext.RequestAborted));

    /// <summary>The form for a new one.</summary>
    [HttpGet(Location + "/new")]
    public ViewResult ShowNew() => View("New", new ScimClientForm());

    /// <summary>Makes one, and shows what it comes in by, this once.</summary>
    [HttpPost(Location)]
    public async Task<IActionResult> Make(ScimClientForm form)
    {
        try
        {
            var made = await clients.CreateAsync(form.Draft(), HttpContext.RequestAborted);
            return made.Token is null && made.OAuthClientId is null
                ? Done("The client has been made; its provider's tokens let it in.", $"{Location}/{made.Id}")
                : View("Secret", new ScimClientSecretPage(form.Name!.Trim(), made));
        }
        catch (ProblemException exception) when (exception.Problem is Problem.Invalid invalid)
        {
            Complain(invalid);
            return Wrong("New", form);
        }
    }

    /// <summary>One of them, and what can be done with it.</summary>
    [HttpGet(One)]
    public async Task<ViewResult> ShowOne(long id) => View("Show", await clients.FindAsync(id, HttpContext.RequestAborted));

    /// <summary>Makes another token and shows it, this once.</summary>
    [HttpPost(One + "/tokens")]
    public async Task<ViewResult> AddToken(long id)
    {
        var made = await clients.AddTokenAsync(id, HttpContext.RequestAborted);
        return View("Secret", new ScimClientSecretPage((await clients.FindAsync(id, HttpContext.RequestAborted)).Name, made));
    }

    /// <summary>Takes a token back.</summary>
    [HttpPost(One + "/tokens/{token:long}/revoke")]
    public async Task<LocalRedirectResult> RevokeToken(long id, long token)
    {
        await clients.RevokeTokenAsync(id, token, HttpContext.RequestAborted);
        return Done("The token has been revoked.", $"{Location}/{id}");
    }

    /// <summary>Lets one in no longer.</summary>
    [HttpPost(One + "/disable")]
    public async Task<LocalRedirectResult> Disable(long id)
    {
        await clients.DisableAsync(id, HttpContext.RequestAborted);
        return Done("The client is let in no longer.", $"{Location}/{id}");
    }
}
