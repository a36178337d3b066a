using Microsoft.Extensions.Logging;

namespace OpenProject.Testing.Logs;

/// <summary>Hands on every line that is logged, with its exception and what its scopes say.</summary>
/// <param name="note">Takes a line; called by several threads at once.</param>
public sealed class NotedLog(Action<string> note) : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Note(string line) => note(line);

    private sealed class Logger(NotedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{category} {formatter(state, exception)} {exception}";
            log.scopes.ForEachScope((scope, _) => line += " " + scope, state);
            log.Note(line);
        }
    }
}
