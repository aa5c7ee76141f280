namespace RecurrentGpt.Faults.Tab;

/// <summary>Kills the server once all tabs are ready for it, and starts it again under them.</summary>
internal sealed class KillWave(AppProcess app, int tabs)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waiting;
    private int _playing = tabs;

    /// <summary>Waits for the others, and until the server is there again.</summary>
    public async Task JoinAsync()
    {
        Task done;
        bool isLast;
        lock (_gate)
        {
            done = _done.Task;
            isLast = ++_waiting == _playing;
        }

        await (isLast ? KillAsync() : done);
    }

    /// <summary>A tab that has no more rounds is not waited for.</summary>
    public void Leave()
    {
        bool isLast;
        lock (_gate)
        {
            isLast = --_playing == _waiting && _waiting > 0;
        }

        _ = isLast ? KillAsync() : Task.CompletedTask;
    }

    private async Task KillAsync()
    {
        await app.KillAsync();
        await app.StartAsync();
        lock (_gate)
        {
            var done = _done;
            _done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting = 0;
            done.SetResult();
        }
    }
}
