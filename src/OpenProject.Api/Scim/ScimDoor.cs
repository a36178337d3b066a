using OpenProject.Api.OAuth;
using OpenProject.Application.Common;

namespace OpenProject.Api.Scim;

/// <summary>
/// Counts credentials that fail, by address, and asks for patience where there are too many. Good ones are let in whatever others from
/// their address did, as many may share a proxy: provisioning never waits.
/// </summary>
public sealed class ScimDoor(RequestDelegate next, ScimFailures failures)
{
    /// <summary>Lets the request on.</summary>
    /// <exception cref="ProblemException"><see cref="Problem.TooManyFailures"/>.</exception>
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (ProblemException exception) when (
            exception.Problem is Problem.Unauthenticated { WrongCredentials: true } or Problem.InsufficientScope && ProtectedResource.Of(http.GetEndpoint()) == ProtectedResource.Scim)
        {
            if (failures.Note(http.Connection.RemoteIpAddress) is { } wait)
                throw new ProblemException(new Problem.TooManyFailures(wait));
            throw;
        }
    }
}
