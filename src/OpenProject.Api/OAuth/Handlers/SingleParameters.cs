using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using OAuthErrors = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace OpenProject.Api.OAuth.Handlers;

/// <summary>
/// No parameter comes twice (RFC 6749 sections 3.1 and 3.2), but for the resources of RFC 8707: what two parties read
/// differently is a way to deceive one of them. OpenIddict would take some of them for missing.
/// </summary>
public sealed class SingleParameters
    : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>, IOpenIddictServerHandler<ValidateTokenRequestContext>,
      IOpenIddictServerHandler<ValidateRevocationRequestContext>, IOpenIddictServerHandler<ValidateIntrospectionRequestContext>
{
    /// <inheritdoc/>
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context) => Check(context, context.Request);

    /// <inheritdoc/>
    public ValueTask HandleAsync(ValidateTokenRequestContext context) => Check(context, context.Request);

    /// <inheritdoc/>
    public ValueTask HandleAsync(ValidateRevocationRequestContext context) => Check(context, context.Request);

    /// <inheritdoc/>
    public ValueTask HandleAsync(ValidateIntrospectionRequestContext context) => Check(context, context.Request);

    private static ValueTask Check(BaseValidatingContext context, OpenIddictRequest request)
    {
        if (request.GetParameters().Any(parameter => parameter.Key != Parameters.Resource && parameter.Value.Count > 1))
            context.Reject(OAuthErrors.InvalidRequest, "A parameter comes more than once.");
        return ValueTask.CompletedTask;
    }
}
