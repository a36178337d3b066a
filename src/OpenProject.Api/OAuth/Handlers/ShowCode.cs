using Microsoft.AspNetCore;
using OpenIddict.Server;
using OpenProject.Domain.OAuthApplications;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace OpenProject.Api.OAuth.Handlers;

/// <summary>Leads to a page of ours where the answer cannot be sent to the application: the person copies the code from it.</summary>
public sealed class ShowCode(ResourceIndicators resources) : IOpenIddictServerHandler<ApplyAuthorizationResponseContext>
{
    /// <inheritdoc/>
    public ValueTask HandleAsync(ApplyAuthorizationResponseContext context)
    {
        if (context.RedirectUri == RedirectUri.OutOfBand)
            context.RedirectUri = resources.WholeOf(context.Transaction.GetHttpRequest()!) + OAuthEndpoints.Code;
        return ValueTask.CompletedTask;
    }
}
