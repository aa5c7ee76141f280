namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>Finds for each change of memory the clause of the model's rationale that speaks of it, by the words that they share.</summary>
public sealed class RationaleNotes
{
    private readonly IReadOnlyList<RationaleClause> _clauses;
    private readonly IReadOnlyList<MemoryChange> _changes;
    private readonly Dictionary<string, int> _spread = [];

    private RationaleNotes(string rationale, IReadOnlyList<MemoryChange> changes)
    {
        _clauses = Rationale.ClausesOf(rationale);
        _changes = changes;
        foreach (var term in changes.SelectMany(TermsOf))
        {
            _spread[term] = _spread.GetValueOrDefault(term) + 1;
        }
    }

    /// <summary>The notes by the index of their change; a change of which nothing is said has none.</summary>
    public static IReadOnlyDictionary<int, string> Of(string rationale, IReadOnlyList<MemoryChange> changes)
    {
        ArgumentNullException.ThrowIfNull(rationale);
        ArgumentNullException.ThrowIfNull(changes);
        return new RationaleNotes(rationale, changes).Find();
    }

    private Dictionary<int, string> Find()
    {
        var owners = Owners();
        var notes = new Dictionary<int, List<string>>();
        for (var at = 0; at < _clauses.Count; at++)
        {
            foreach (var change in owners[at])
            {
                notes.TryAdd(change.Index, []);
                notes[change.Index].Add(Rationale.NoteOf(_clauses[at].Text, change.Sentence));
            }
        }

        return notes
            .Select(note => (note.Key, Text: string.Join("; ", note.Value.Where(text => text.Length > 0))))
            .Where(note => note.Text.Length > 0 && !IsOnlyTheSentence(note.Key, note.Text))
            .ToDictionary(note => note.Key, note => note.Text);
    }

    private List<MemoryChange>[] Owners()
    {
        var owners = Array.ConvertAll([.. _clauses], _ => new List<MemoryChange>());
        foreach (var change in _changes)
        {
            if (BestFor(change) is { } best)
            {
                owners[best].Add(change);
            }
        }

        GoOn(owners);
        GiveTheOnlyOne(owners, ChangeKind.Dropped, Leaning.Dropped);
        GiveTheOnlyOne(owners, ChangeKind.Added, Leaning.Added);
        return owners;
    }

    private int? BestFor(MemoryChange change)
    {
        var terms = TermsOf(change).ToList();
        var (best, score) = ((int?)null, 0d);
        for (var at = 0; at < _clauses.Count; at++)
        {
            var needed = Needed(change, _clauses[at]);
            var shared = terms.Intersect(Terms.Telling(_clauses[at].Text)).Sum(term => 1d / _spread[term]);
            if (shared >= needed && shared / needed > score)
            {
                (best, score) = (at, shared / needed);
            }
        }

        return best;
    }

    // One telling word is enough under the right label; where the clause does not say what was done, more must fit. Two Chinese characters tell less than a word.
    private static double Needed(MemoryChange change, RationaleClause clause)
    {
        var unit = Terms.IsWide(change.Sentence[^Math.Min(2, change.Sentence.Length)]) ? 2 : 1;
        return (change.Kind, clause.Leaning) switch
        {
            (ChangeKind.Reworded, _) or (_, Leaning.None) => 1.6 * unit,
            (ChangeKind.Dropped, Leaning.Dropped) or (ChangeKind.Added, Leaning.Added) => unit,
            _ => double.PositiveInfinity,
        };
    }

    // "Dropped: the letters; he is here now": what follows in the sentence is the reason for what came before.
    private void GoOn(List<MemoryChange>[] owners)
    {
        for (var at = 1; at < _clauses.Count; at++)
        {
            var (before, now) = (_clauses[at - 1], _clauses[at]);
            if (owners[at].Count == 0 && before.Sentence == now.Sentence && before.Leaning == now.Leaning)
            {
                owners[at].AddRange(owners[at - 1]);
            }
        }
    }

    // One sentence was dropped, and one clause says why something was: they belong together whatever their words.
    private void GiveTheOnlyOne(List<MemoryChange>[] owners, ChangeKind kind, Leaning leaning)
    {
        var changes = _changes.Where(change => change.Kind == kind).ToList();
        var sentences = _clauses.Index().Where(clause => clause.Item.Leaning == leaning && owners[clause.Index].Count == 0).ToList();
        if (changes is [var only] && owners.All(owned => !owned.Contains(only)) && sentences.Select(clause => clause.Item.Sentence).Distinct().Count() == 1)
        {
            sentences.ForEach(clause => owners[clause.Index].Add(only));
        }
    }

    private bool IsOnlyTheSentence(int index, string note) => new Wording(note).Likeness(new Wording(_changes.First(change => change.Index == index).Sentence)) > 0.9;

    private static IEnumerable<string> TermsOf(MemoryChange change) => Terms.Telling(change.Before).Union(Terms.Telling(change.After));
}
