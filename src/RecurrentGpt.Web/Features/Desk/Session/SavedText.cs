namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>Saves a text, given the text that it replaces.</summary>
internal delegate Task<SaveResult> SaveTextAsync(string text, string replaces);

/// <summary>
/// One text that the author types: held here as it is typed, stored a moment after the last key. When another tab saved first,
/// nothing is lost: both texts are here until the author chooses.
/// </summary>
public sealed partial class SavedText : IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _saving = new(1, 1);
    private readonly SaveTextAsync _save;
    private readonly Action _changed;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private string _stored;

    internal SavedText(string text, SaveTextAsync save, TimeProvider clock, Action changed, ILogger logger)
    {
        Text = text;
        _stored = text;
        _save = save;
        _changed = changed;
        _logger = logger;
        // FlushAsync handles its own errors, so nothing waits for the task.
        _timer = clock.CreateTimer(_ => _ = FlushAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The text as it is typed.</summary>
    public string Text { get; private set; }

    public SaveState State { get; private set; }

    /// <summary>The text that another tab stored; null when there is no conflict.</summary>
    public string? Other { get; private set; }

    /// <summary>Whether a text is the one that is stored, as far as is known here.</summary>
    internal bool IsStored(string text) => text == _stored;

    public void Type(string? text)
    {
        lock (_gate)
        {
            Text = text ?? "";
            if (State != SaveState.Conflict)
            {
                State = SaveState.Typing;
                _timer.Change(Pause, Timeout.InfiniteTimeSpan);
            }
        }

        _changed();
    }

    /// <summary>Stores what has been typed, now. Does not throw: <see cref="State"/> says how it went.</summary>
    public async Task FlushAsync()
    {
        await _saving.WaitAsync();
        try
        {
            if (Begin() is { } text)
            {
                End(text, await _save(text, _stored));
            }
        }
        catch (Exception e)
        {
            LogNotSaved(e);
            Set(SaveState.Failed);
        }
        finally
        {
            _saving.Release();
        }
    }

    /// <summary>Ends a conflict with the text typed here.</summary>
    public Task KeepMineAsync()
    {
        lock (_gate)
        {
            _stored = Other ?? _stored;
            Other = null;
            State = SaveState.Typing;
        }

        return FlushAsync();
    }

    /// <summary>Ends a conflict with the text of the other tab.</summary>
    public void TakeOther()
    {
        lock (_gate)
        {
            Text = _stored = Other ?? _stored;
            Other = null;
            State = SaveState.Saved;
        }

        _changed();
    }

    /// <summary>Saves no more by itself. A save that is under way ends well.</summary>
    public void Dispose() => _timer.Dispose();

    private string? Begin()
    {
        lock (_gate)
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            if (State == SaveState.Conflict)
            {
                return null;
            }

            State = Text == _stored ? SaveState.Saved : SaveState.Saving;
        }

        _changed();
        return State == SaveState.Saving ? Text : null;
    }

    private void End(string text, SaveResult result)
    {
        lock (_gate)
        {
            if (result.Saved)
            {
                _stored = text;
                State = Text == text ? SaveState.Saved : SaveState.Typing;
            }
            else
            {
                Other = result.Current;
                State = SaveState.Conflict;
            }
        }

        _changed();
    }

    private void Set(SaveState state)
    {
        lock (_gate)
        {
            State = state;
        }

        _changed();
    }

    [LoggerMessage(LogLevel.Error, "A text of the desk could not be saved")]
    private partial void LogNotSaved(Exception exception);
}
