using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using OpenProject.Api.Errors;
using OpenProject.Api.OAuth;
using OpenProject.Api.OAuth.Handlers;
using OpenProject.Application.OAuthApplications;
using OpenProject.Domain.OAuthApplications;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;
using Asking = OpenIddict.Server.OpenIddictServerHandlers.Authentication;
using OAuthErrors = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace OpenProject.Api.Composition;

/// <summary>The authorization server: OpenIddict, set to the rules of this API.</summary>
internal static class OAuth
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan AccessTokenLifetime = TimeSpan.FromHours(2);

    // Within it a refresh token that comes again is refused alone: a client that asks twice at once keeps what it got. Later it
    // has been stolen from somebody, and the whole chain is revoked.
    private static readonly TimeSpan RepetitionLeeway = TimeSpan.FromSeconds(10);

    /// <summary>Registers it.</summary>
    public static IServiceCollection AddOAuth(this IServiceCollection services)
    {
        services.AddSingleton<ResourceIndicators>().AddSingleton<ClientFailures>();
        services.AddSingleton<IProblemWriter, OAuthProblemWriter>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, OAuthServerConfiguration>();
        services.AddOpenIddict()
            .AddServer(server =>
            {
                Configure(server);
                AddRules(server);
                AddAnswers(server);
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.EnableTokenEntryValidation().EnableAuthorizationEntryValidation();
            });
        return services;
    }

    /// <summary>
    /// Lets OpenIddict see requests to its endpoints, and no others: by itself the framework would show it every request. Those
    /// that are not answered there go on to the controllers.
    /// </summary>
    public static void UseOAuth(this WebApplication app)
    {
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.UseWhen(http => http.Request.Path.StartsWithSegments(OAuthEndpoints.Root, StringComparison.Ordinal), oauth => oauth.Use(RevocationQuery.Read).Use(async (http, next) =>
        {
            var services = http.RequestServices;
            await services.GetRequiredService<KnownOAuthKeys>().LearnAsync(services.GetRequiredService<IOAuthKeys>(), http.RequestAborted);
            var handlers = services.GetRequiredService<IAuthenticationHandlerProvider>();
            var handler = (IAuthenticationRequestHandler)(await handlers.GetHandlerAsync(http, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme))!;
            if (!await handler.HandleRequestAsync())
                await next(http);
        }));
    }

    private static void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris(OAuthEndpoints.Authorize[1..]).SetTokenEndpointUris(OAuthEndpoints.Token[1..])
            .SetRevocationEndpointUris(OAuthEndpoints.Revoke[1..]).SetIntrospectionEndpointUris(OAuthEndpoints.Introspect[1..])
            .SetConfigurationEndpointUris(Array.Empty<Uri>()).SetJsonWebKeySetEndpointUris(Array.Empty<Uri>());
        server.AllowAuthorizationCodeFlow().AllowClientCredentialsFlow().AllowRefreshTokenFlow();
        server.SetAuthorizationCodeLifetime(CodeLifetime).SetAccessTokenLifetime(AccessTokenLifetime)
            .SetRefreshTokenLifetime(null).SetRefreshTokenReuseLeeway(RepetitionLeeway);
        server.UseReferenceAccessTokens().UseReferenceRefreshTokens();

        // Ours instead: ScopeRules, ResourceRules.
        server.DisableScopeValidation().IgnoreScopePermissions().DisableResourceValidation().IgnoreResourcePermissions();
        server.Configure(options =>
        {
            options.Scopes.Clear();
            options.Scopes.UnionWith(OAuthScope.All);
            options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);
            options.ResponseModes.Clear();
            options.ResponseModes.Add(ResponseModes.Query);
            options.ClientAuthenticationMethods.Remove(ClientAuthenticationMethods.PrivateKeyJwt);
            options.ClientAssertionTypes.Clear();
        });

        // TLS may end at a proxy in front; what scheme clients use is told by the public address.
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().EnableErrorPassthrough()
            .DisableTransportSecurityRequirement().SuppressJsonResponseIndentation();
    }

    private static void AddRules(OpenIddictServerBuilder server)
    {
        // Who comes without secret has not authenticated (RFC 6749 section 5.2), which is said further on.
        server.RemoveEventHandler(Exchange.ValidateClientCredentialsParameters.Descriptor);
        Use<ValidateAuthorizationRequestContext, SingleParameters>(server, int.MinValue + 1);
        Use<ValidateTokenRequestContext, SingleParameters>(server, int.MinValue + 1);
        Use<ValidateRevocationRequestContext, SingleParameters>(server, int.MinValue + 1);
        Use<ValidateIntrospectionRequestContext, SingleParameters>(server, int.MinValue + 1);
        Use<ProcessAuthenticationContext, RefuseGuessing>(server, ValidateClientSecret.Descriptor.Order - 1);
        Use<ProcessErrorContext, RefuseGuessing>(server, int.MinValue + 1);
        Use<ValidateAuthorizationRequestContext, ScopeRules>(server, Asking.ValidateScopePermissions.Descriptor.Order + 1);
        Use<ValidateTokenRequestContext, ScopeRules>(server, Exchange.ValidateScopePermissions.Descriptor.Order + 1);
        Use<ValidateAuthorizationRequestContext, ResourceRules>(server, Asking.ValidateResourcePermissions.Descriptor.Order + 1);
        Use<ValidateTokenRequestContext, ResourceRules>(server, Exchange.ValidateResourcePermissions.Descriptor.Order + 1);
        Use<ProcessSignInContext, ResourceRules>(server, PrepareAccessTokenPrincipal.Descriptor.Order + 1);
        Use<ProcessSignInContext, RedeemOnce>(server, RedeemTokenEntry.Descriptor.Order - 1);
        Use<HandleRevocationRequestContext, RevokeChain>(server, Revocation.RevokeToken.Descriptor.Order + 1);
        On<ProcessSignInContext>(server, EvaluateGeneratedTokens.Descriptor.Order + 1, TokenAnswer.AddRefreshToken);

        // What is stored of a token is as good as the token to OpenIddict, but nobody is ever given it.
        On<ValidateTokenContext>(server, Protection.ValidateReferenceTokenIdentifier.Descriptor.Order + 1, context =>
        {
            if (!context.IsReferenceToken)
                context.Reject(OAuthErrors.InvalidToken, "The token is not valid.");
        });
    }

    private static void AddAnswers(OpenIddictServerBuilder server)
    {
        Use<ApplyAuthorizationResponseContext, RedirectErrors>(server, Asking.InferResponseMode.Descriptor.Order + 1);
        Use<ApplyAuthorizationResponseContext, ShowCode>(server, Asking.AttachIssuer.Descriptor.Order + 2);
        On<ProcessSignInContext>(server, AttachSignInParameters.Descriptor.Order + 1, TokenAnswer.Complete);
        On<HandleIntrospectionRequestContext>(server, Introspection.AttachApplicationClaims.Descriptor.Order + 1, context =>
            context.Claims[Claims.Scope] = string.Join(' ', context.GenericTokenPrincipal!.GetScopes()));

        // The issuer is the same text everywhere; System.Uri would add a slash to a bare host.
        On<ApplyAuthorizationResponseContext>(server, Asking.AttachIssuer.Descriptor.Order + 1, context => context.Response.Iss = context.Response.Iss?.TrimEnd('/'));
        On<ApplyIntrospectionResponseContext>(server, int.MinValue + 1, context =>
        {
            if ((string?)context.Response[Claims.Issuer] is { } issuer)
                context.Response[Claims.Issuer] = issuer.TrimEnd('/');
        });

        // Errors would lead to the manual of the library.
        On<ApplyAuthorizationResponseContext>(server, int.MinValue + 1, context => context.Response.ErrorUri = null);
        On<ApplyTokenResponseContext>(server, int.MinValue + 1, context => context.Response.ErrorUri = null);
        On<ApplyRevocationResponseContext>(server, int.MinValue + 1, context => context.Response.ErrorUri = null);
        On<ApplyIntrospectionResponseContext>(server, int.MinValue + 1, context => context.Response.ErrorUri = null);
    }

    private static void Use<TContext, THandler>(OpenIddictServerBuilder server, int order)
        where TContext : BaseContext
        where THandler : class, IOpenIddictServerHandler<TContext> =>
        server.AddEventHandler<TContext>(handler => handler.UseScopedHandler<THandler>().SetOrder(order));

    private static void On<TContext>(OpenIddictServerBuilder server, int order, Action<TContext> act)
        where TContext : BaseContext =>
        server.AddEventHandler<TContext>(handler => handler.SetOrder(order).UseInlineHandler(context =>
        {
            act(context);
            return ValueTask.CompletedTask;
        }));
}
