using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>
/// What one plan would recall, looked at before the step is paid for. The text in the box counts, saved or not; it is looked at a moment after the last key.
/// With the local embedder that is free and goes by itself. With a server's, a plan is sent only while the author is in its box, or asks.
/// </summary>
public sealed partial class PlanRecall : IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);

    private readonly Lock _gate = new();
    private readonly StepPreviews _previews;
    private readonly Action _changed;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private readonly IDisposable _listening;
    private CancellationTokenSource? _looking;
    private (Guid StoryId, Guid HeadId, string Text) _plan = (Guid.Empty, Guid.Empty, "");
    private bool _isWanted;
    private bool _isDisposed;

    internal PlanRecall(StepPreviews previews, MemoryShelf shelf, TimeProvider clock, Action changed, ILogger logger)
    {
        _previews = previews;
        _changed = changed;
        _logger = logger;
        // LookAsync handles its own failures, so nothing waits for the task.
        _timer = clock.CreateTimer(_ => _ = LookAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _listening = shelf.Subscribe(MemoryChanged);
    }

    /// <summary>What the text in the box would recall; the latest that is known while <see cref="IsLooking"/>. Null when it is not known.</summary>
    public Recall? Recall { get; private set; }

    /// <summary>Why it cannot be told now.</summary>
    public StepFailure? Failure { get; private set; }

    /// <summary>Whether the text in the box is still to be looked at.</summary>
    public bool IsLooking { get; private set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(_plan.Text);

    /// <summary>Whether the author may ask: it is not known, and nothing will tell by itself.</summary>
    public bool CanAsk => !IsBlank && !IsLooking && Recall is null && Failure is null;

    /// <summary>Follows the plan as it lies on the desk.</summary>
    public void Follow(Guid storyId, Guid headId, string text)
    {
        lock (_gate)
        {
            if (_plan == (storyId, headId, text) || _isDisposed)
            {
                return;
            }

            var isFirst = _plan.StoryId == Guid.Empty;
            _plan = (storyId, headId, text);
            Start(isFirst ? TimeSpan.Zero : Pause);
        }
    }

    /// <summary>The author has come into the plan's box.</summary>
    public void Enter()
    {
        lock (_gate)
        {
            _isWanted = true;
            if (CanAsk && !_isDisposed)
            {
                Start(Pause);
            }
        }

        _changed();
    }

    /// <summary>The author has left the plan's box; what was not sent yet is not sent any more.</summary>
    public void Leave()
    {
        lock (_gate)
        {
            _isWanted = false;
        }
    }

    /// <summary>Looks now, also when it costs a request.</summary>
    public void Ask()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isWanted = true;
            Start(TimeSpan.Zero);
        }

        _changed();
    }

    /// <summary>Looks no more. A request under way ends by itself: the step that is written now may wait for it too.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
        }

        _listening.Dispose();
        _timer.Dispose();
    }

    // A pin, a ban, an edit or a vector that came late can change what any plan recalls; the plan's own vector is known by then.
    private void MemoryChanged(Guid storyId)
    {
        lock (_gate)
        {
            if (_plan.StoryId == storyId && !_isDisposed && (Recall is not null || Failure is not null))
            {
                Start(TimeSpan.Zero);
            }
        }
    }

    private void Start(TimeSpan after)
    {
        _looking?.Cancel();
        _looking = null;
        IsLooking = !IsBlank;
        _timer.Change(IsLooking ? after : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        if (!IsLooking)
        {
            (Recall, Failure) = (null, null);
        }
    }

    private async Task LookAsync()
    {
        using var looking = new CancellationTokenSource();
        var (plan, mayPay) = Begin(looking);
        try
        {
            var preview = await _previews.RecallAsync(plan.StoryId, plan.HeadId, plan.Text, mayPay, looking.Token);
            End(preview?.Recall, preview?.Failure, looking);
        }
        catch (OperationCanceledException) when (looking.IsCancellationRequested)
        {
            // A newer text is looked at.
        }
        catch (ModelException e)
        {
            End(null, e.Failure, looking);
        }
        catch (Exception e)
        {
            LogFailed(e);
            End(null, new StepFailure(FailureKind.Unexpected), looking);
        }
    }

    private ((Guid StoryId, Guid HeadId, string Text) Plan, bool MayPay) Begin(CancellationTokenSource looking)
    {
        lock (_gate)
        {
            _looking?.Cancel();
            _looking = looking;
            return (_plan, _isWanted);
        }
    }

    private void End(Recall? recall, StepFailure? failure, CancellationTokenSource looking)
    {
        lock (_gate)
        {
            if (_looking != looking)
            {
                return;
            }

            _looking = null;
            if (_isDisposed)
            {
                return;
            }

            (Recall, Failure, IsLooking) = (failure is null ? recall : null, failure, false);
        }

        _changed();
    }

    [LoggerMessage(LogLevel.Error, "What a plan would recall could not be told")]
    private partial void LogFailed(Exception exception);
}
