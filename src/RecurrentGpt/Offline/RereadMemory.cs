using RecurrentGpt.Memory.ShortTerm;

namespace RecurrentGpt.Offline;

/// <summary>
/// Memory after an edit of a paragraph: only sentences that share telling words with what the edit took out are touched. Where the very words stand in memory they are
/// exchanged; a sentence that only speaks of the same gives way to what the paragraph says now, or goes.
/// </summary>
internal sealed class RereadMemory(SampleRequest request, Stage stage)
{
    private const int AboutTheSame = 2;
    private const int MostCompared = 20_000;

    private readonly List<string> _dropped = [];
    private readonly List<string> _added = [];
    private string _memory = request.Memory;

    internal MemoryChange Write()
    {
        var (left, come) = (Only(request.OlderParagraph, request.NewParagraph), Only(request.NewParagraph, request.OlderParagraph));
        var exchanged = Exchanged();
        var gone = left.SelectMany(Terms.Telling).Except(come.SelectMany(Terms.Telling)).ToHashSet();
        foreach (var sentence in Voice.Sentences(request.Memory).Where(sentence => stage.Voice.TurnIn(sentence) is null && !request.Locked.Contains(sentence)))
        {
            var terms = Terms.Telling(sentence);
            var shared = terms.Count(gone.Contains);
            var now = exchanged.Aggregate(sentence, (text, pair) => text.Replace(pair.Before, pair.After, StringComparison.Ordinal));
            if (shared > 0 && now != sentence)
            {
                Change(sentence, now);
            }
            else if (shared >= AboutTheSame)
            {
                Change(sentence, come.FirstOrDefault(other => !_memory.Contains(other, StringComparison.Ordinal) && Terms.Telling(other).Overlaps(terms)));
            }
        }

        return new MemoryChange(_memory, Rationale());
    }

    private static List<string> Only(string text, string other)
    {
        var known = Voice.Sentences(other).ToHashSet();
        return [.. Voice.Sentences(text).Where(sentence => !known.Contains(sentence))];
    }

    // Words that stand where others stood. A text of a book's length is not compared word by word.
    private List<(string Before, string After)> Exchanged()
    {
        if (request.OlderParagraph.Length > MostCompared || request.NewParagraph.Length > MostCompared)
        {
            return [];
        }

        var words = WordChange.Between(request.OlderParagraph, request.NewParagraph);
        var (before, after) = (Changed(words.Before), Changed(words.After));
        return before.Count == after.Count
            ? [.. before.Zip(after).Where(pair => Terms.Telling(pair.First).Count > 0 && pair.Second.Length > 0)]
            : [];
    }

    private static List<string> Changed(IReadOnlyList<WordRun> runs) => [.. runs.Where(run => run.IsChanged).Select(run => run.Text.Trim())];

    private void Change(string sentence, string? now)
    {
        _memory = now is null ? MemorySentences.Without(_memory, sentence) : _memory.Replace(sentence, now, StringComparison.Ordinal);
        _dropped.Add(sentence);
        if (now is not null)
        {
            _added.Add(now);
        }
    }

    private string Rationale()
    {
        var voice = stage.Voice;
        List<string> text = [_dropped.Count > 0 ? Say("dropped", _dropped) : Say("kept", [])];
        text.AddRange(_added.Count > 0 ? [Say("added", _added)] : []);
        return string.Join(voice.Join, text);

        string Say(string kind, List<string> what)
        {
            var scene = stage.Now();
            var list = scene.Banks[kind];
            return Filler.Fill(list[scene.Turn % list.Length], voice, scene, scene.Turn, ("what", string.Join(voice.Join, what)));
        }
    }
}
