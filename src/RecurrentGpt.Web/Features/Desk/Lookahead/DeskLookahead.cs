using RecurrentGpt.Lookahead;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Lookahead;

/// <summary>
/// Has the plans of a desk written ahead while its author reads, by the story's settings, and tells how far each is. A step counts as fresh only while every box is as it was when
/// the step was last found so; between a change and the next look it is neither fresh nor stale, and nothing is shown.
/// </summary>
public sealed partial class DeskLookahead : IDisposable
{
    /// <summary>So long the desk is at rest, or the cursor on a plan, before it is written ahead.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1.2);

    /// <summary>So long nothing is typed before what has become stale is written anew: each pause of a typist would cost a step.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly LookaheadRunner _runner;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private readonly List<IDisposable> _listening;
    private readonly Signal<bool> _changed = new();
    private readonly Dictionary<int, AheadStep> _begun = [];
    private readonly CancellationTokenSource _closing = new();
    private IReadOnlyList<AheadWish> _wanted = [];
    private DeskView _view = new();
    private int? _near;
    private (Draft Draft, int Stamp)? _checked;
    private int _stamp;

    public DeskLookahead(LookaheadRunner runner, MemoryShelf shelf, TimeProvider clock, ILogger<DeskLookahead> logger)
    {
        (_runner, _logger) = (runner, logger);
        // LookAsync handles its own failures, so nothing waits for the task.
        _timer = clock.CreateTimer(_ => _ = LookAsync(mayBegin: true), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _listening = [runner.Subscribe(Tell), shelf.Subscribe(MemoryChanged)];
    }

    /// <summary>Tells, from any thread, when there is something else to show.</summary>
    public IDisposable Subscribe(Action changed) => _changed.Subscribe(_ => changed());

    /// <summary>The cursor has come to a plan, counted from 0, or left it.</summary>
    public void Come(int index, bool isNear)
    {
        lock (_gate)
        {
            _near = isNear ? index : _near == index ? null : _near;
            Want();
        }
    }

    /// <summary>Follows the desk as it is shown.</summary>
    public void Follow(DeskView view)
    {
        bool isOther;
        lock (_gate)
        {
            isOther = view.Draft is not null && !ReferenceEquals(view.Draft, _view.Draft);
            _view = view;
            Want();
        }

        // What another draft says of settings and texts is looked at at once; nothing is begun for it yet.
        if (isOther)
        {
            _ = LookAsync(mayBegin: false);
        }
    }

    /// <summary>How far the step is that is written ahead of a plan of the desk, counted from 0; null where there is nothing to tell.</summary>
    public AheadMark? Of(int index)
    {
        lock (_gate)
        {
            if (_view is not { CanWrite: true, Draft: { } draft } || AheadWish.Of(_view, index) is not { } wish)
            {
                return null;
            }

            return Find(wish, draft) is { } step
                ? _checked == (draft, _stamp) ? MarkOf(step) : null
                : WasBegun(wish) ? new AheadMark(AheadSign.Stale) : null;
        }
    }

    public void Dispose()
    {
        _listening.ForEach(listening => listening.Dispose());
        _timer.Dispose();
        _closing.Cancel();
        _closing.Dispose();
    }

    private static AheadMark MarkOf(AheadStep step) => step.State switch
    {
        AheadState.Ready => new AheadMark(AheadSign.Ready),
        AheadState.Failed => new AheadMark(AheadSign.Failed) { Failure = step.Failure },
        _ => new AheadMark(AheadSign.Writing),
    };

    private void Want()
    {
        var wanted = AheadWish.Of(_view, _near);
        if (!wanted.SequenceEqual(_wanted))
        {
            _wanted = wanted;
            _timer.Change(wanted.Count == 0 ? Timeout.InfiniteTimeSpan : wanted.Any(IsAnew) ? Quiet : Pause, Timeout.InfiniteTimeSpan);
        }
    }

    private AheadStep? Find(AheadWish wish, Draft draft) => _runner.Find(draft.Story.Id).FirstOrDefault(step => wish.IsMetBy(step, draft.Story.Settings));

    private bool WasBegun(AheadWish wish) => _begun.GetValueOrDefault(wish.Index)?.Request.ParentId == wish.Request.ParentId;

    private bool IsAnew(AheadWish wish) => WasBegun(wish) && Find(wish, _view.Draft!) is null;

    // A pin, a ban, an edit or a vector that came late can change what any plan recalls.
    private void MemoryChanged(Guid storyId)
    {
        lock (_gate)
        {
            if (_view.Draft?.Story.Id != storyId)
            {
                return;
            }

            _stamp++;
        }

        _ = LookAsync(mayBegin: false);
    }

    private async Task LookAsync(bool mayBegin)
    {
        var (draft, stamp, wanted) = Begin(mayBegin);
        if (draft is null)
        {
            return;
        }

        try
        {
            await _runner.WantAsync(draft.Story.Id, [.. wanted.Select(wish => wish.Request)], _closing.Token);
            End(draft, stamp, mayBegin);
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The desk is left.
        }
        catch (FailureException e)
        {
            LogNotLooked(e);
        }
        catch (Exception e)
        {
            LogFailed(e);
        }
    }

    private void End(Draft draft, int stamp, bool hasBegun)
    {
        lock (_gate)
        {
            // What the look has let go of is written anew, but not for every change of a few.
            if (!hasBegun && _wanted.Any(IsAnew))
            {
                _timer.Change(Quiet, Timeout.InfiniteTimeSpan);
            }

            _checked = (draft, stamp);
            foreach (var wish in Enumerable.Range(0, draft.Head?.Plans.Count ?? 0).Select(index => AheadWish.Of(_view, index)).OfType<AheadWish>())
            {
                if (Find(wish, draft) is { } step)
                {
                    _begun[wish.Index] = step;
                }
            }
        }

        Tell(draft.Story.Id);
    }

    private (Draft? Draft, int Stamp, IReadOnlyList<AheadWish> Wanted) Begin(bool mayBegin)
    {
        lock (_gate)
        {
            return (_view.Draft, _stamp, mayBegin ? _wanted : []);
        }
    }

    private void Tell(Guid storyId)
    {
        if (_view.Draft?.Story.Id == storyId)
        {
            _changed.Raise(true);
        }
    }

    [LoggerMessage(LogLevel.Information, "Nothing could be written ahead")]
    private partial void LogNotLooked(Exception exception);

    [LoggerMessage(LogLevel.Error, "What is written ahead could not be looked at")]
    private partial void LogFailed(Exception exception);
}
