using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace RecurrentGpt.EndToEnd;

/// <summary>Keeps what the program says of pages that broke under their author; there must be none.</summary>
internal sealed class PageErrors : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _told = new();

    public IReadOnlyCollection<string> Told => _told;

    public ILogger CreateLogger(string categoryName) => new Logger(_told, categoryName.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal));

    public void Dispose()
    {
        // What was told is looked at when the program has ended.
    }

    private sealed class Logger(ConcurrentQueue<string> told, bool isOfPages) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => isOfPages && logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                told.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }
    }
}
