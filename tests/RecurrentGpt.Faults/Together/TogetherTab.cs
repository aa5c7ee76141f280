using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Faults.Together;

/// <summary>A text that an author typed.</summary>
/// <param name="Field">Where it is stored.</param>
/// <param name="Id">The step or story that it belongs to.</param>
/// <param name="Box">The box that it was typed into; null where it was saved by a button.</param>
/// <param name="Before">The text that it was to take the place of, where that is known exactly.</param>
internal sealed record Typed(string Field, Guid Id, string Text, SavedText? Box, string? Before)
{
    /// <summary>Whether its author knows that it is not stored: it was refused, typed over, or given up for the other one.</summary>
    public bool IsGivenUp { get; set; }
}

/// <summary>A tab: its session, all that its author has seen, and all that they typed.</summary>
internal sealed class TogetherTab : IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<(string Field, Guid Id, string Text)> _seen = [];
    private readonly List<StepFailure> _shown = [];
    private readonly List<Typed> _typed = [];
    private readonly IDisposable _watching;
    private int _count;

    public TogetherTab(string name, WritingSession session)
    {
        (Name, Session) = (name, session);
        _watching = session.Subscribe(Look);
    }

    public string Name { get; }

    public WritingSession Session { get; }

    public DeskView View => Session.View;

    /// <summary>A text that nobody has typed before.</summary>
    public string NewText() => $"[{Name}{Interlocked.Increment(ref _count)}] The lamp is lit again.";

    public Typed Add(Typed typed)
    {
        lock (_gate)
        {
            foreach (var earlier in _typed.Where(earlier => earlier.Box is not null && earlier.Box == typed.Box))
            {
                earlier.IsGivenUp = true;
            }

            _typed.Add(typed);
            return typed;
        }
    }

    public bool HasSeen(string field, Guid id, string text)
    {
        lock (_gate)
        {
            return _seen.Contains((field, id, text));
        }
    }

    /// <summary>The author looks at a text.</summary>
    public void See(string field, Guid id, string text)
    {
        lock (_gate)
        {
            _seen.Add((field, id, text));
        }
    }

    /// <summary>The author looks at a conflict: both texts are before them.</summary>
    public void See(SavedText box)
    {
        lock (_gate)
        {
            foreach (var typed in _typed.Where(typed => typed.Box == box && box.Other is not null).ToList())
            {
                _seen.Add((typed.Field, typed.Id, box.Other!));
            }
        }
    }

    /// <summary>The author gives up what they typed for the text of the other tab.</summary>
    public void GiveUp(SavedText box)
    {
        lock (_gate)
        {
            foreach (var typed in _typed.Where(typed => typed.Box == box))
            {
                typed.IsGivenUp = true;
            }
        }
    }

    /// <summary>What was typed since the last look, and the failures that were shown.</summary>
    public (List<Typed> Typed, List<StepFailure> Shown) Take()
    {
        lock (_gate)
        {
            var taken = (_typed.ToList(), _shown.ToList());
            _typed.RemoveAll(typed => typed.Box is null or { State: SaveState.Saved } || typed.IsGivenUp);
            _shown.Clear();
            return taken;
        }
    }

    public void Dispose() => _watching.Dispose();

    private void Look()
    {
        var view = View;
        lock (_gate)
        {
            if (view.Outcome?.Failure is { } failure && !_shown.Contains(failure))
            {
                _shown.Add(failure);
            }

            if (view is { Draft: { Head: { } head } draft, Edits: { } edits })
            {
                See(head.Id, "Steps.ShortTermMemory", edits.Memory);
                See(head.Id, "Steps.OwnPlan", edits.OwnPlan);
                foreach (var plan in edits.Plans)
                {
                    See(head.Id, "Plans.Text", plan);
                }

                _seen.Add(("Stories.Title", draft.Story.Id, draft.Story.Card.Title));
            }
        }
    }

    private void See(Guid id, string field, SavedText box)
    {
        _seen.Add((field, id, box.Text));
        if (box.Other is { } other)
        {
            _seen.Add((field, id, other));
        }
    }
}
