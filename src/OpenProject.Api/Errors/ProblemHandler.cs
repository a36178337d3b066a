using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using OpenProject.Application.Common;

namespace OpenProject.Api.Errors;

/// <summary>Hands what leaves a request as an exception to the problem writer of its area.</summary>
public sealed partial class ProblemHandler(IEnumerable<IProblemWriter> writers, ILogger<ProblemHandler> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var writer = WriterOf(httpContext);
        if (writer is null)
            return false;
        switch (exception)
        {
            case ProblemException { Problem: var problem }:
                if (problem is Problem.MethodNotAllowed { Allowed: var allowed })
                    httpContext.Response.Headers.Allow = string.Join(", ", allowed);
                else if (WaitOf(problem) is { } wait)
                    httpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await writer.WriteAsync(httpContext, problem);
                return true;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                var limit = httpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? 0;
                await writer.WriteAsync(httpContext, new Problem.TooLarge(limit));
                return true;
            case BadHttpRequestException:
                await writer.WriteAsync(httpContext, new Problem.Malformed("The request could not be read."));
                return true;
            case OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested:
                return true;
        }

        Failed(logger, httpContext.Request.Method, httpContext.Request.Path, exception);
        await writer.WriteFailureAsync(httpContext);
        return true;
    }

    private static TimeSpan? WaitOf(Problem problem) => problem switch
    {
        Problem.TooManyFailures { RetryAfter: var wait } => wait,
        Problem.TooManyRequests { RetryAfter: var wait } => wait,
        _ => null,
    };

    private IProblemWriter? WriterOf(HttpContext http)
    {
        var area = FailedEndpoint.Declared<ApiAreaAttribute>(http)?.Area
            ?? (http.Request.Path.StartsWithSegments("/api/v3", StringComparison.Ordinal) ? ApiArea.V3 : null);
        return area is null ? null : writers.FirstOrDefault(w => w.Area == area);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    private static partial void Failed(ILogger logger, string method, PathString path, Exception exception);
}
