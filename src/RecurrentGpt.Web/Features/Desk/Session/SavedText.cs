using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Kept;

namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>Saves a text, given the text that it replaces.</summary>
internal delegate Task<SaveResult> SaveTextAsync(string text, string replaces);

/// <summary>
/// One text that the author types: held here as it is typed, stored a moment after the last key, and while one types on at least every second. When another tab saved first,
/// nothing is lost: both texts are here until the author chooses.
/// </summary>
public sealed partial class SavedText : IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest that a typed key waits to be stored, however fast the next ones come.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _saving = new(1, 1);
    private readonly SaveTextAsync _save;
    private readonly Action _changed;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private readonly TimeProvider _clock;
    private string _stored;
    private int _failures;
    private (string Text, string Mark)? _marked;
    private long? _unsavedSince;

    internal SavedText(string text, SaveTextAsync save, TimeProvider clock, Action changed, ILogger logger)
    {
        Text = text;
        _stored = text;
        _save = save;
        _changed = changed;
        _logger = logger;
        _clock = clock;
        // FlushAsync handles its own errors, so nothing waits for the task.
        _timer = clock.CreateTimer(_ => _ = FlushAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The name under which the browser keeps what is typed until it is stored; null when it keeps nothing.</summary>
    public string? Key { get; init; }

    /// <summary>Tells the browser which text is stored.</summary>
    public string StoredMark => (_marked is { } marked && ReferenceEquals(marked.Text, _stored) ? marked : (_marked = (_stored, KeptText.Mark(_stored))).Value).Mark;

    /// <summary>The text as it is typed.</summary>
    public string Text { get; private set; }

    public SaveState State { get; private set; }

    /// <summary>The text that another tab stored; null when there is no conflict.</summary>
    public string? Other { get; private set; }

    /// <summary>Why it is not stored, while <see cref="State"/> says so and the reason has a name.</summary>
    public StepFailure? Failure { get; private set; }

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
                _timer.Change(TimeToSave(), Timeout.InfiniteTimeSpan);
            }
        }

        _changed();
    }

    /// <summary>
    /// Takes a text that was typed on another one than is stored now, as the browser kept it: both are here until the author chooses. What has been typed here
    /// meanwhile comes first; then the browser goes on keeping the other one.
    /// </summary>
    public void Offer(string kept)
    {
        lock (_gate)
        {
            if (State != SaveState.Saved || kept == _stored)
            {
                return;
            }

            (Text, Other, State) = (kept, _stored, SaveState.Conflict);
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
            Fail((e as FailureException)?.Failure);
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

    private TimeSpan TimeToSave()
    {
        _unsavedSince ??= _clock.GetTimestamp();
        var rest = LongestWait - _clock.GetElapsedTime(_unsavedSince.Value);
        return rest < TimeSpan.Zero ? TimeSpan.Zero : rest < Pause ? rest : Pause;
    }

    private string? Begin()
    {
        lock (_gate)
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _unsavedSince = null;
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
            (_failures, Failure) = (0, null);
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

    // The author may be typing elsewhere by then: what waits here is tried again without them.
    private void Fail(StepFailure? failure)
    {
        lock (_gate)
        {
            (State, Failure) = (SaveState.Failed, failure);
            _timer.Change(StorePause.After(++_failures), Timeout.InfiniteTimeSpan);
        }

        _changed();
    }

    [LoggerMessage(LogLevel.Error, "A text of the desk could not be saved")]
    private partial void LogNotSaved(Exception exception);
}
