using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;
using OpenProject.Api.Errors;
using OpenProject.Application.Common;

namespace OpenProject.Api.Pages;

/// <summary>Answers problems of pages with a page.</summary>
public sealed class PageProblemWriter(
    IModelMetadataProvider metadata, IActionResultExecutor<ViewResult> executor, IOptions<PublicAddress> address) : IProblemWriter
{
    private const string ViewPath = "/Views/Shared/Problem.cshtml";

    /// <inheritdoc/>
    public ApiArea Area => ApiArea.Pages;

    /// <inheritdoc/>
    public Task WriteAsync(HttpContext http, Problem problem) => problem switch
    {
        Problem.NotFound p => ShowAsync(http, V3Errors.StatusOf(problem), new PageProblem("Not found", p.Message ?? "There is nothing here, or you may not see it.")),
        Problem.Forbidden p => ShowAsync(http, V3Errors.StatusOf(problem), new PageProblem("Not allowed", p.Message ?? "You may not do this.")),
        Problem.Conflict p => ShowAsync(http, V3Errors.StatusOf(problem), new PageProblem("Changed meanwhile", p.Message ?? "Somebody else has changed this meanwhile.")),
        Problem.BadRequest p => ShowAsync(http, V3Errors.StatusOf(problem), new PageProblem("Not understood", p.Message)),
        Problem.Invalid p => ShowAsync(http, V3Errors.StatusOf(problem), new PageProblem("Not possible", string.Join(' ', p.Errors.Select(e => e.Message)))),
        Problem.TooLarge => ShowAsync(http, V3Errors.StatusOf(problem), new PageProblem("Too large", "More was sent than any form here takes.")),
        Problem.Unavailable => ShowAsync(http, V3Errors.StatusOf(problem), new PageProblem("Not ready", "The server cannot answer now. Try again in a while.")),
        _ => ShowAsync(http, V3Errors.StatusOf(problem), new PageProblem("Not understood", "The request could not be read.")),
    };

    /// <inheritdoc/>
    public Task WriteFailureAsync(HttpContext http) =>
        ShowAsync(http, StatusCodes.Status500InternalServerError, new PageProblem("Something went wrong", "The server failed. What happened is in its log."));

    private Task ShowAsync(HttpContext http, int status, PageProblem problem)
    {
        // The error handler stands before the prefix is taken off paths.
        if (address.Value.Prefix is { HasValue: true } prefix)
            http.Request.PathBase = prefix;
        PageHeadersAttribute.Write(http, withScripts: false);
        var view = new ViewResult
        {
            ViewName = ViewPath,
            StatusCode = status,
            ViewData = new ViewDataDictionary<PageProblem>(metadata, new ModelStateDictionary()) { Model = problem },
        };
        return executor.ExecuteAsync(new ActionContext(http, new RouteData(), new ActionDescriptor()), view);
    }
}
