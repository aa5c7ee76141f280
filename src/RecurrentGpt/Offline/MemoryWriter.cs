using RecurrentGpt.Stories;

namespace RecurrentGpt.Offline;

/// <summary>A memory rewritten, and why.</summary>
/// <param name="Memory">The new memory.</param>
/// <param name="Rationale">What was dropped, what was added, and why.</param>
internal sealed record MemoryChange(string Memory, string Rationale);

/// <summary>
/// Rewrites short-term memory: its first sentences (who, where, what is wanted) stay, what is open stays until something newer is, the oldest event goes,
/// the new paragraph's comes in, and the last sentence says the hour.
/// </summary>
internal sealed class MemoryWriter(SampleRequest request, Stage stage)
{
    private const int CoreSentences = 5;
    private const int MostOpen = 3;
    private const int UsualMost = 18;

    private readonly Voice _voice = stage.Voice;

    internal MemoryChange Write()
    {
        var before = Voice.Sentences(request.Memory).Where(sentence => _voice.TurnIn(sentence) is null || IsLocked(sentence)).ToList();
        var openings = new OpeningWriter(request, stage);
        var facts = before.Count > 0 ? before : request.IsOpening ? openings.Facts() : openings.FactsOf(request.LastParagraph);
        var added = before.Count > 0 && !IsShortening ? News(facts) : [];
        var kept = Shorten([.. facts, .. added], added);
        var memory = string.Join(_voice.Join, [.. kept, _voice.HourOf(Hour)]);
        return new MemoryChange(memory, Rationale([.. facts.Except(kept)], added));
    }

    private bool IsShortening => request.Memory.Length > 0 && request.LastParagraph.Length == 0 && request.NewParagraph.Length == 0;

    private int Hour => IsShortening ? Math.Max(0, stage.Turn - 1) : request.IsOpening ? 2 : stage.Turn;

    private List<string> News(List<string> facts)
    {
        var events = Events.ForMemory(request, stage);
        var scene = stage.Now();
        var deck = new Deck(_voice, scene.StorySeed);
        List<string> news = [.. events.Take(1), .. events.Skip(1).TakeLast(1)];
        var strangers = stage.Named(request.Plan).Where(person => stage.Cast.Take(stage.Known).All(known => known.Name != person.Name));
        news.AddRange(strangers.Take(1).Select(person => deck.Draw("enters", scene with { P = person })[0]));
        news.AddRange(deck.Draw("open", scene));
        return [.. news.Where(sentence => !facts.Contains(sentence)).Distinct()];
    }

    // What the new paragraph brought goes last; people and place, at the head, before that; everything else by age.
    private List<string> Shorten(List<string> sentences, List<string> added)
    {
        var most = Math.Min(request.MemorySentences, UsualMost) - 1;
        var words = request.MemoryWords - Prose.Words(_voice.HourOf(Hour));
        while (sentences.Count > 1 && !sentences.All(IsLocked) && (TooManyOpen(sentences) || sentences.Count > most || sentences.Sum(Prose.Words) > words))
        {
            sentences.Remove(Oldest(sentences, added));
        }

        return sentences;
    }

    private string Oldest(List<string> sentences, List<string> added)
    {
        var old = sentences.Where(sentence => !added.Contains(sentence) && !IsLocked(sentence)).ToList();
        var open = old.Where(_voice.IsOpen).ToList();
        var happened = old.Skip(CoreSentences).Where(sentence => !_voice.IsOpen(sentence)).ToList();
        return open.Count > 0 && (TooManyOpen(sentences) || happened.Count == 0) ? open[0]
            : happened.Count > 0 ? happened[0]
            : old.Count > 1 ? old[^1]
            : sentences.Last(sentence => !IsLocked(sentence));
    }

    private bool IsLocked(string sentence) => request.Locked.Contains(sentence);

    private bool TooManyOpen(List<string> sentences) => sentences.Count(sentence => _voice.IsOpen(sentence) && !IsLocked(sentence)) > MostOpen;

    private string Rationale(List<string> dropped, List<string> added)
    {
        var scene = stage.Now();
        var text = new List<string>
        {
            dropped.Count > 0 ? Say("dropped", string.Join(_voice.Join, dropped)) : Say("kept", ""),
        };
        text.AddRange(added.Count > 0 ? [Say("added", string.Join(_voice.Join, added))] : []);
        text.Add(Say("moved", _voice.HourOf(Hour)));
        return string.Join(_voice.Join, text);

        string Say(string kind, string what)
        {
            var list = scene.Banks[kind];
            return Filler.Fill(list[scene.Turn % list.Length], _voice, scene, scene.Turn, ("what", what));
        }
    }
}
