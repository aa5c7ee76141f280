using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Memory.ShortTerm.Stale;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.ShortTerm;

/// <summary>A change of memory as the author sees it.</summary>
/// <param name="Note">What the model's rationale says of it; null when nothing.</param>
public sealed record ReviewedChange(MemoryChange Change, ChangeState State, string? Note, bool IsAccepted);

/// <summary>Stores that changes of a step's memory are accepted, and tells which are now.</summary>
internal delegate Task<IReadOnlyList<int>> AcceptChangesAsync(Guid stepId, IReadOnlyCollection<int> changes, CancellationToken cancellationToken);

/// <summary>
/// The author's review of what the newest step did to short-term memory. How each change stands is read from the text in the box, so it is
/// right after typing, undo and reload; remembered are only what was accepted and what the text was before a change was turned.
/// </summary>
internal sealed partial class MemoryReview(AcceptChangesAsync accept, ILogger<MemoryReview> logger)
{
    private readonly Dictionary<(int Change, string Text), string> _before = [];
    private TrackedChanges _tracked = TrackedChanges.Between("", "");
    private IReadOnlyDictionary<int, string> _notes = new Dictionary<int, string>();
    private StandingChanges? _standing;
    private readonly HashSet<(Guid HeadId, string Sentence)> _holding = [];
    private IReadOnlyList<int> _accepted = [];
    private IReadOnlyList<StaleSentence> _stale = [];
    private (Guid HeadId, string Paragraph, string Memory)? _checked;

    /// <summary>The step that is under review; null when there is nothing to review, as after an opening.</summary>
    public Step? Head { get; private set; }

    /// <summary>Whether the last accepting could not be stored.</summary>
    public bool IsRefused { get; private set; }

    public int Kept => _tracked.Kept;

    /// <summary>Turns to the step that the story stands on now.</summary>
    public void Follow(Step? head)
    {
        var reviewed = head is { Plan.Source: not PlanSource.Opening } ? head : null;
        if (reviewed?.Id == Head?.Id)
        {
            return;
        }

        Head = reviewed;
        _tracked = TrackedChanges.Between(reviewed?.SentMemory ?? "", reviewed?.WrittenMemory ?? "");
        _notes = reviewed is null ? new Dictionary<int, string>() : RationaleNotes.Of(reviewed.Rationale, _tracked.Changes);
        _accepted = reviewed?.AcceptedChanges ?? [];
        _standing = null;
        _before.Clear();
        IsRefused = false;
    }

    /// <summary>The changes as they stand in a text.</summary>
    public IReadOnlyList<ReviewedChange> Changes(string text)
    {
        var standing = Standing(text);
        return [.. _tracked.Changes.Select(change => new ReviewedChange(
            change, standing.StateOf(change), _notes.GetValueOrDefault(change.Index), _accepted.Contains(change.Index)))];
    }

    /// <summary>The text with one change turned. What was turned just now is turned back to the very same text.</summary>
    public string Turn(MemoryChange change, string text)
    {
        if (_before.TryGetValue((change.Index, text), out var before))
        {
            return before;
        }

        var turned = Standing(text).Turn(change);
        _before[(change.Index, turned)] = text;
        return turned;
    }

    /// <summary>Accepts changes: they are seen, and step aside.</summary>
    public async Task AcceptAsync(params IReadOnlyList<int> changes)
    {
        if (Head is not { } head)
        {
            return;
        }

        try
        {
            var now = await accept(head.Id, changes, CancellationToken.None);
            (_accepted, IsRefused) = Head == head ? (now, false) : (_accepted, IsRefused);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogNotAccepted(e, head.Id);
            IsRefused = true;
        }
    }

    /// <summary>Sentences of a text that may no longer be true, without those of which the author said that they hold.</summary>
    public IReadOnlyList<StaleSentence> Stale(Step head, string text)
    {
        if (_checked != (head.Id, head.Paragraph, text))
        {
            _checked = (head.Id, head.Paragraph, text);
            _stale = StaleSentences.Find(text, head.Paragraph, head.Rationale, head.SentMemory, head.WrittenMemory);
        }

        return [.. _stale.Where(stale => !_holding.Contains((head.Id, stale.Sentence)))];
    }

    /// <summary>The author says that a sentence still holds; it is not flagged again for this step.</summary>
    public void Hold(Step head, string sentence) => _holding.Add((head.Id, sentence));

    private StandingChanges Standing(string text) => _standing is { } standing && standing.Text == text ? standing : _standing = _tracked.In(text);

    [LoggerMessage(LogLevel.Error, "Accepted changes of memory of step {StepId} could not be stored")]
    private partial void LogNotAccepted(Exception exception, Guid stepId);
}
