using RecurrentGpt.Web.Layout;

namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>Pages come and go; the session is opened by each and put away after the last.</summary>
public sealed partial class WritingSession
{
    private readonly SemaphoreSlim _turning = new(1, 1);
    private bool _isDisposed;
    private object? _page;
    private int _room = Draft.Room;

    /// <summary>Opens a story and finds the run that is writing it, if there is one.</summary>
    /// <param name="page">The page that shows it and will leave it.</param>
    /// <param name="room">How many of the last paragraphs the page shows.</param>
    public async Task OpenAsync(Guid storyId, object? page = null, int room = Draft.Room)
    {
        _page = page;
        await InTurnAsync(async () =>
        {
            await PutAwayAsync();
            _closing = new CancellationTokenSource();
            (_storyId, _room) = (storyId, room);
            typed.Add(this);
            if (!await IsReadAsync())
            {
                return;
            }

            if (View.State == DeskState.Ready)
            {
                _unattended = autopilots.Subscribe(ShowAutopilot);
                _settled = runner.SubscribeSettled(ShowSettled);
                await autopilots.ReadAsync(storyId, _closing.Token);
                ShowAutopilot(storyId);
                _follower = new RunFollower(runner, storyId, clock, this, _closing.Token);
            }
        });
    }

    /// <summary>Reads the texts of more paragraphs before those that are there.</summary>
    /// <param name="room">How many of the last ones are wanted.</param>
    public Task ReadBackAsync(int room)
    {
        _room = Math.Max(_room, room);
        return ReloadAsync(View.Outcome);
    }

    /// <summary>Closes for a page that goes. Between two pages of a story the new one may have opened before the old one has gone: then the session stays open for it.</summary>
    public async Task LeaveAsync(object page)
    {
        if (!_isDisposed && ReferenceEquals(_page, page))
        {
            await InTurnAsync(() => ReferenceEquals(_page, page) ? PutAwayAsync() : Task.CompletedTask);
        }
    }

    /// <summary>Saves what has been typed and stops watching. A run goes on.</summary>
    // A page that was only rendered on the server lets its session go before itself.
    public Task CloseAsync() => _isDisposed ? Task.CompletedTask : InTurnAsync(PutAwayAsync);

    // A page may go and the next one come at the same moment: what the one puts away must not be what the other has laid out.
    private async Task InTurnAsync(Func<Task> turn)
    {
        await _closing.CancelAsync();
        await _turning.WaitAsync();
        try
        {
            await turn();
        }
        finally
        {
            _turning.Release();
        }
    }

    private async Task PutAwayAsync()
    {
        await _closing.CancelAsync();
        await StoreAsync();
        typed.Remove(this);
        LetGoOfTyped();
        _follower?.Dispose();
        _unattended?.Dispose();
        _settled?.Dispose();
        (_follower, _unattended, _settled) = (null, null, null);
        _toReread.Clear();
        Set(_ => new DeskView());
    }

    /// <inheritdoc/>
    public async Task StoreAsync()
    {
        await (View.Edits?.FlushAsync() ?? Task.CompletedTask);
        foreach (var unsaved in View.Unsaved)
        {
            await unsaved.Box.FlushAsync();
        }
    }

    void ITypedText.Forget()
    {
        LetGoOfTyped();
        _toReread.Clear();
        Set(_ => new DeskView());
    }

    private void LetGoOfTyped()
    {
        View.Edits?.Dispose();
        foreach (var unsaved in View.Unsaved)
        {
            unsaved.Box.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _isDisposed = true;
        _closing.Dispose();
    }
}
