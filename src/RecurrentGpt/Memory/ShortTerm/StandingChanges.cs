namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>
/// Tracked changes as they stand in the text that will be sent. Nothing is remembered beside the text: a change was taken back when the text reads
/// as it did before the step, by whatever means it came to do so.
/// </summary>
public sealed class StandingChanges
{
    private readonly TrackedChanges _changes;
    private readonly IReadOnlyList<SentenceSpan> _sentences;
    private readonly Dictionary<Slot, string> _held = [];
    private readonly Dictionary<Slot, int> _places = [];
    private readonly Dictionary<int, Slot> _slots;
    private readonly Lazy<IReadOnlyList<Wording>> _own;

    internal StandingChanges(TrackedChanges changes, string text)
    {
        _changes = changes;
        Text = text;
        _sentences = SentenceSpan.Of(text);
        _slots = changes.Slots.Where(slot => slot.Change is not null).ToDictionary(slot => slot.Change!.Index);
        Hold();
        Place();
        _own = new(OwnSentences);
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <summary>How a change stands.</summary>
    public ChangeState StateOf(MemoryChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var held = _held.GetValueOrDefault(_slots[change.Index]);
        return change.Kind switch
        {
            ChangeKind.Dropped => held is null ? ChangeState.Stands : ChangeState.TakenBack,
            _ when held == change.After => ChangeState.Stands,
            ChangeKind.Reworded => held is null ? ChangeState.ByHand : ChangeState.TakenBack,
            _ => IsRewordedByHand(change.After) ? ChangeState.ByHand : ChangeState.TakenBack,
        };
    }

    /// <summary>
    /// The text with this one change turned: taken back when it stands, made again when it was taken back. Every other sentence stays as it is,
    /// letter for letter. A change that the author wrote over by hand leaves the text as it is.
    /// </summary>
    public string Turn(MemoryChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var slot = _slots[change.Index];
        return (change.Kind, StateOf(change)) switch
        {
            (_, ChangeState.ByHand) => Text,
            (ChangeKind.Added, ChangeState.Stands) => TextEdit.Remove(Text, _sentences, _places[slot]),
            (ChangeKind.Dropped, ChangeState.TakenBack) => TextEdit.Remove(Text, _sentences, _places[slot], (before, after) => SpaceWithout(slot, before, after)),
            (ChangeKind.Added, _) => Insert(slot, asWritten: true),
            (ChangeKind.Dropped, _) => Insert(slot, asWritten: false),
            (_, ChangeState.Stands) => TextEdit.Replace(Text, _sentences, _places[slot], change.Before),
            _ => TextEdit.Replace(Text, _sentences, _places[slot], change.After),
        };
    }

    // Equal sentences cannot be told apart: what was kept has the first claim on them, then what was written, then what was there before.
    private void Hold()
    {
        var left = _sentences.GroupBy(span => span.Text).ToDictionary(group => group.Key, group => group.Count());
        foreach (var slot in _changes.Slots.Where(slot => slot.Change is null))
        {
            Take(slot, slot.After);
        }

        foreach (var slot in _changes.Slots.Where(slot => slot.Change is not null))
        {
            Take(slot, slot.After);
        }

        foreach (var slot in _changes.Slots.Where(slot => slot.Change is not null && !_held.ContainsKey(slot)))
        {
            Take(slot, slot.Before);
        }

        void Take(Slot slot, SentenceSpan? form)
        {
            if (form is { Text: var text } && left.GetValueOrDefault(text) > 0)
            {
                left[text]--;
                _held[slot] = text;
            }
        }
    }

    private void Place()
    {
        var places = _sentences.Select((span, at) => (span.Text, at)).GroupBy(place => place.Text, place => place.at).ToDictionary(group => group.Key, group => new Queue<int>(group));
        foreach (var slot in _changes.Slots.Where(_held.ContainsKey))
        {
            _places[slot] = places[_held[slot]].Dequeue();
        }
    }

    private string Insert(Slot slot, bool asWritten)
    {
        var slots = _changes.Slots;
        var at = slots.Index().First(item => ReferenceEquals(item.Item, slot)).Index;
        var before = slots.Take(at).LastOrDefault(_places.ContainsKey);
        var after = slots.Skip(at + 1).FirstOrDefault(_places.ContainsKey);
        var place = before is not null ? _places[before] + 1 : after is not null ? _places[after] : _sentences.Count;
        var sentence = asWritten ? slot.After!.Value.Text : slot.Before!.Value.Text;
        return TextEdit.Insert(Text, _sentences, place, sentence, _changes.SpaceAround(slot, asWritten));
    }

    // The space that the model wrote between the neighbours, when it is the one that became the two spaces around the sentence.
    private string? SpaceWithout(Slot slot, string before, string after)
    {
        var place = _places[slot];
        var (left, right) = (SlotAt(place - 1), SlotAt(place + 1));
        if (left?.After is not { } first || right?.After is not { } second || _changes.WrittenBetween(first, second) is not { } space)
        {
            return null;
        }

        var parted = Spacing.Part(_sentences[place - 1].Text, _held[slot], _sentences[place + 1].Text, space, _changes.SpaceAround(slot, asWritten: false));
        return parted == (before, after) ? space : null;
    }

    private Slot? SlotAt(int place) => _places.FirstOrDefault(item => item.Value == place).Key;

    private bool IsRewordedByHand(string sentence)
    {
        var wording = new Wording(sentence);
        return _own.Value.Any(own => own.Likeness(wording) >= Wording.MostlyTheSame);
    }

    private IReadOnlyList<Wording> OwnSentences()
    {
        var known = _places.Values.ToHashSet();
        return [.. _sentences.Where((_, at) => !known.Contains(at)).Select(span => new Wording(span.Text))];
    }
}
