using System.Text;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>
/// Watches one run and hands on a picture of it. Words come far faster than anyone reads, so pieces are gathered and handed on together,
/// at most once in <see cref="FlushEvery"/>; the first word and everything that is not prose go on at once.
/// </summary>
internal sealed class RunWatcher : IDisposable
{
    public static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(130);

    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly Action<LiveStep> _publish;
    private readonly ITimer _timer;
    private readonly StringBuilder _gathered = new();
    private Section _section;
    private LiveStep _live;

    public RunWatcher(LiveStep begin, TimeProvider clock, Action<LiveStep> publish)
    {
        _live = begin;
        _clock = clock;
        _publish = publish;
        _timer = clock.CreateTimer(_ => Flush(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Watches a run's events to their end.</summary>
    public async Task WatchAsync(IAsyncEnumerable<StepEvent> events)
    {
        await foreach (var stepEvent in events)
        {
            Take(stepEvent);
        }

        Flush();
    }

    public void Dispose() => _timer.Dispose();

    private void Take(StepEvent stepEvent)
    {
        lock (_gate)
        {
            if (stepEvent is StepEvent.ParagraphText text && _live.PiecesOf(text.Section).Count > 0)
            {
                Gather(text);
                return;
            }

            Flush();
            _live = _live.After(stepEvent, _clock.GetUtcNow());
            _publish(_live);
        }
    }

    private void Gather(StepEvent.ParagraphText text)
    {
        if (_gathered.Length == 0)
        {
            _timer.Change(FlushEvery, Timeout.InfiniteTimeSpan);
        }
        else if (text.Section != _section)
        {
            Flush();
        }

        _section = text.Section;
        _gathered.Append(text.Piece);
    }

    private void Flush()
    {
        lock (_gate)
        {
            if (_gathered.Length == 0)
            {
                return;
            }

            _live = _live.After(new StepEvent.ParagraphText(_section, _gathered.ToString()), _clock.GetUtcNow());
            _gathered.Clear();
            _publish(_live);
        }
    }
}
