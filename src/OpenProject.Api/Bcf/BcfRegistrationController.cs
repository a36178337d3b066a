using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Authentication;
using OpenProject.Application.Bcf;

namespace OpenProject.Api.Bcf;

/// <summary>Registration of tools by themselves (BCF API 2.1 section 3.2.3).</summary>
public sealed class BcfRegistrationController(BcfRegistrationService registrations, BcfRegistrationLimit limit) : BcfController
{
    /// <summary>Where it is, below the public address.</summary>
    public const string Path = BcfPaths.Version + "/register";

    /// <summary>Registers a tool; its secret is told this once.</summary>
    [Anonymous]
    [HttpPost("/" + Path)]
    public async Task<BcfAnswer> Register(CancellationToken cancellationToken)
    {
        registrations.RequireOpen();
        using var body = await BcfBody.ReadAsync(Request);
        var sent = new BcfRegistration(body.Text("client_name"), body.Text("client_description"), body.Text("client_url"), body.Text("redirect_url"), body.Errors);
        limit.Count(HttpContext.Connection.RemoteIpAddress);
        var made = await registrations.RegisterAsync(sent, cancellationToken);
        return BcfAnswer.Secret(
            json =>
            {
                json.WriteStartObject();
                json.WriteString("client_id", made.ClientId);
                json.WriteString("client_secret", made.Secret);
                json.WriteEndObject();
            },
            StatusCodes.Status201Created);
    }
}
