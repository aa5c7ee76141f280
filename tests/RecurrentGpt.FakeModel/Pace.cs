using System.Diagnostics;

namespace RecurrentGpt.FakeModel;

/// <summary>Keeps to a pace: a wait that took longer, as a timer's does, is made good by the next ones.</summary>
internal sealed class Pace(TimeSpan step)
{
    private readonly long _begin = Stopwatch.GetTimestamp();
    private int _steps;

    public Task WaitAsync(CancellationToken cancellationToken)
    {
        var left = (step * ++_steps) - Stopwatch.GetElapsedTime(_begin);
        return left > TimeSpan.Zero ? Task.Delay(left, cancellationToken) : Task.CompletedTask;
    }
}
