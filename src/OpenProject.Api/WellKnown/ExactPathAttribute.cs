using Microsoft.AspNetCore.Mvc.ActionConstraints;

namespace OpenProject.Api.WellKnown;

/// <summary>The action answers its own path only, up to what it leaves open: no other case, no trailing slash. A well-known path is an identity (RFC 8615).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ExactPathAttribute : Attribute, IActionConstraint
{
    /// <inheritdoc/>
    public int Order => 0;

    /// <inheritdoc/>
    public bool Accept(ActionConstraintContext context)
    {
        if (context.RouteContext.HttpContext.Request.Path.Value is not ['/', .. var path])
            return false;
        var template = context.CurrentCandidate.Action.AttributeRouteInfo!.Template!;
        var hole = template.IndexOf('{', StringComparison.Ordinal);
        return hole < 0 ? path == template : path.StartsWith(template[..hole], StringComparison.Ordinal) && !path.EndsWith('/');
    }
}
