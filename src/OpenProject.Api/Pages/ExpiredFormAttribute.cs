using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using OpenProject.Application.Common;

namespace OpenProject.Api.Pages;

/// <summary>Says what happened to a form that is not one of ours, or no longer: it was opened before somebody signed in or out.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExpiredFormAttribute : Attribute, IAlwaysRunResultFilter
{
    /// <inheritdoc/>
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
            throw new ProblemException(new Problem.BadRequest("This form has expired, or it is too large. Nothing was changed. Go back, reload the page and try again."));
    }

    /// <inheritdoc/>
    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
