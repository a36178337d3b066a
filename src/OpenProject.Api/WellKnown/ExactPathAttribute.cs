using Microsoft.AspNetCore.Mvc.ActionConstraints;

namespace OpenProject.Api.WellKnown;

/// <summary>The action answers its own path only: no other case, no trailing slash. A well-known path is an identity (RFC 8615).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ExactPathAttribute : Attribute, IActionConstraint
{
    /// <inheritdoc/>
    public int Order => 0;

    /// <inheritdoc/>
    public bool Accept(ActionConstraintContext context) =>
        context.RouteContext.HttpContext.Request.Path.Value is ['/', .. var path]
        && path == context.CurrentCandidate.Action.AttributeRouteInfo!.Template;
}
