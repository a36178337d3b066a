using Microsoft.AspNetCore;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;
using OAuthErrors = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace OpenProject.Api.OAuth.Handlers;

/// <summary>Answers applications whose secret is being guessed as it answers a wrong secret, without looking at it.</summary>
public sealed class RefuseGuessing(ClientFailures failures)
    : IOpenIddictServerHandler<ProcessAuthenticationContext>, IOpenIddictServerHandler<ProcessErrorContext>
{
    /// <summary>What a wrong secret is answered with.</summary>
    public const string Description = "The specified client credentials are invalid.";

    /// <inheritdoc/>
    public ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        if (context is { ClientId: { Length: > 0 } id } && failures.AreTooMany(id, context.Transaction.GetHttpRequest()?.HttpContext.Connection.RemoteIpAddress))
            context.Reject(OAuthErrors.InvalidClient, Description);
        return ValueTask.CompletedTask;
    }

    /// <summary>Counts what was wrong.</summary>
    public ValueTask HandleAsync(ProcessErrorContext context)
    {
        if (context.Error == OAuthErrors.InvalidClient && context.Transaction.Request?.ClientId is { Length: > 0 } id)
            failures.Note(id, context.Transaction.GetHttpRequest()?.HttpContext.Connection.RemoteIpAddress);
        return ValueTask.CompletedTask;
    }
}
