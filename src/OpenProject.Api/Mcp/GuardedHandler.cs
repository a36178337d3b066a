using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using OpenProject.Api.Errors;
using OpenProject.Api.Mcp.Tools;
using OpenProject.Application.Common;

namespace OpenProject.Api.Mcp;

/// <summary>What every answer to the protocol goes through: what breaks is logged where it happens, as the SDK's own log is muted, and nothing of it is told.</summary>
internal static partial class GuardedHandler
{
    /// <summary>The handler of a method, guarded.</summary>
    /// <param name="method">The method of the protocol.</param>
    /// <param name="handler">Answers it; a <see cref="McpProtocolException"/> goes to the caller as it is.</param>
    public static McpRequestHandler<TParams, TResult> Of<TParams, TResult>(string method, McpRequestHandler<TParams, TResult> handler) => async (request, cancellationToken) =>
    {
        try
        {
            return await handler(request, cancellationToken);
        }
        catch (ProblemException refused)
        {
            throw new McpProtocolException(V3Errors.MessageOf(refused.Problem), refused, McpErrorCode.InternalError);
        }
        catch (Exception exception) when (exception is not McpProtocolException && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            var services = request.Services!;
            Broke(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(GuardedHandler)), method, exception);
            var reference = services.GetRequiredService<IHttpContextAccessor>().HttpContext?.TraceIdentifier;
            throw new McpProtocolException($"Internal error, reference {reference}.", exception, McpErrorCode.InternalError);
        }
    };

    /// <summary>The same of what may take long: it has the time that tools have (<see cref="McpOptions.ToolTimeoutSeconds"/>), and ends with an error of the protocol.</summary>
    /// <param name="method">The method of the protocol.</param>
    /// <param name="handler">Answers it.</param>
    public static McpRequestHandler<TParams, TResult> Timed<TParams, TResult>(string method, McpRequestHandler<TParams, TResult> handler) => Of<TParams, TResult>(method, async (request, cancellationToken) =>
    {
        var services = request.Services!;
        var limit = TimeSpan.FromSeconds(services.GetRequiredService<IOptions<McpOptions>>().Value.ToolTimeoutSeconds);
        using var patience = new CancellationTokenSource(limit, services.GetRequiredService<TimeProvider>());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await handler(request, either.Token);
        }
        catch (OperationCanceledException exception) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new McpProtocolException(ToolError.TookTooLong, exception, McpErrorCode.InternalError);
        }
    });

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed.")]
    private static partial void Broke(ILogger logger, string method, Exception exception);
}
