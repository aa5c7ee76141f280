using System.Text;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Runs;

/// <summary>
/// The prose that a run has streamed so far. All of it is stored within a second of its coming, also when nothing more comes after it, and at most once a
/// second; the stream never waits for that.
/// </summary>
internal sealed class PartialProse(IStoryStore store, Guid runId, TimeProvider clock, Action<Exception> notKept) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private readonly CancellationTokenSource _ended = new();
    private Section? _section;
    private Task _keeping = Task.CompletedTask;
    private bool _isDue;

    internal string Text
    {
        get
        {
            lock (_gate)
            {
                return _text.ToString();
            }
        }
    }

    internal void Add(StepEvent.ParagraphText text)
    {
        lock (_gate)
        {
            if (_section is { } section && section != text.Section)
            {
                _text.Append("\n\n");
            }

            _section = text.Section;
            _text.Append(text.Piece);
            _keeping = _isDue ? _keeping : KeepSoonAsync(_keeping);
            _isDue = true;
        }
    }

    /// <summary>Stores nothing more. The end of the run, which comes next, stores all of it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _keeping;
        _ended.Dispose();
    }

    // What is not stored is told and not thrown: the reply that is coming is paid for, and its end is stored anew, or fails by itself.
    private async Task KeepSoonAsync(Task before)
    {
        try
        {
            await Task.WhenAll(before, Task.Delay(Pause, clock, _ended.Token));
            await store.KeepPartialAsync(runId, TakeText(), _ended.Token);
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // It has ended.
        }
        catch (Exception failure)
        {
            notKept(failure);
        }
    }

    private string TakeText()
    {
        lock (_gate)
        {
            _isDue = false;
            return _text.ToString();
        }
    }
}
