using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Features.Settings;

/// <summary>A test of the connection and what it found last.</summary>
public sealed partial class ConnectionTrial(ConnectionTest test, ILogger<ConnectionTrial> logger)
{
    public bool IsRunning { get; private set; }

    /// <summary>Null before the first test, and while one runs.</summary>
    public ConnectionReport? Report { get; private set; }

    /// <summary>Whether the test itself broke, so that it says nothing of the server.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The models that the server listed last.</summary>
    public IReadOnlyList<string> Models { get; private set; } = [];

    public async Task RunAsync(ModelSettings settings, CancellationToken cancellationToken)
    {
        (IsRunning, IsBroken, Report) = (true, false, null);
        try
        {
            Report = await test.RunAsync(settings, cancellationToken);
            Models = Report.Models;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogBroken(exception);
            IsBroken = true;
        }
        finally
        {
            IsRunning = false;
        }
    }

    [LoggerMessage(LogLevel.Error, "The connection test broke")]
    private partial void LogBroken(Exception exception);
}
