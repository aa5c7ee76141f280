using System.Text;
using Microsoft.Extensions.Logging;

namespace RecurrentGpt.EndToEnd;

/// <summary>Keeps all that the program logs, at every level, with what the values behind the words say of themselves.</summary>
internal sealed class EveryLog : ILoggerProvider
{
    private readonly StringBuilder _all = new();
    private readonly Lock _gate = new();

    public int Lines { get; private set; }

    public override string ToString()
    {
        lock (_gate)
        {
            return _all.ToString();
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
        // What was logged is looked at when the program has ended.
    }

    private void Add(string line)
    {
        lock (_gate)
        {
            _all.AppendLine(line);
            Lines++;
        }
    }

    private sealed class Logger(EveryLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            log.Add($"{category} scope: {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join("; ", pairs.Select(pair => $"{pair.Key}={pair.Value}")) : "";
            log.Add($"{logLevel} {category}: {formatter(state, exception)} {{{values}}} {exception}");
        }
    }
}
