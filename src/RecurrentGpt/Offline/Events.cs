namespace RecurrentGpt.Offline;

/// <summary>What happens in the paragraph of a step: the sentences of its plan as the story tells them, or what a paragraph that stands says.</summary>
internal static class Events
{
    private const int MostOfParagraph = 5;
    private static readonly char[] Quotes = ['“', '"', '「'];

    internal static IReadOnlyList<string> Of(SampleRequest request, Stage stage)
    {
        if (request.Person is not null)
        {
            return OfPlay(request, stage);
        }

        var clauses = Voice.Sentences(request.Plan).Where(clause => !clause.StartsWith(stage.Voice.WishLead.TrimEnd(), StringComparison.Ordinal));
        var scene = stage.Now();
        var deck = new Deck(stage.Voice, scene.StorySeed);
        return
        [
            .. clauses.Select(clause => stage.Voice.Tell(clause, scene.P)
                ?? deck.Draw("weave", scene, ("gist", stage.Voice.Gist(clause)))[0]),
        ];
    }

    // Memory and summaries tell of the reader by the main character's name; where they come in, or all is over, nothing was done.
    private static string[] OfPlay(SampleRequest request, Stage stage)
    {
        var isDone = request.Arc is SampleArc.Action or SampleArc.Ending && stage.Voice.Beyond(request.Plan, request.Known) is null;
        string[] told = isDone ? [.. Voice.Sentences(request.Plan).Select(action => stage.Voice.Do(action, stage.Voice.Of(stage.Cast[0]))).OfType<string>()] : [];
        return told.Length > 0 ? told : new Deck(stage.Voice, stage.Now().StorySeed).Draw("open", stage.Now());
    }

    /// <summary>Sentences that say what happened, for summary and memory: of the plan, or else of the text that stands.</summary>
    internal static IReadOnlyList<string> ForMemory(SampleRequest request, Stage stage)
    {
        var told = Of(request, stage);
        var text = request.NewParagraph.Length > 0 ? request.NewParagraph : request.LastParagraph;
        return told.Count > 0 ? told : Telling(text, stage.Voice);
    }

    internal static string Summary(SampleRequest request, Stage stage)
    {
        var events = ForMemory(request, stage);
        var scene = stage.Now();
        var deck = new Deck(stage.Voice, scene.StorySeed);
        return events.Count switch
        {
            0 => string.Join(stage.Voice.Join, deck.Draw("summary", scene)),
            1 => events[0] + stage.Voice.Join + deck.Draw("summary", scene)[0],
            _ => events[0] + stage.Voice.Join + events[^1],
        };
    }

    /// <summary>Plain sentences of a text that name somebody: the first ones and the last.</summary>
    internal static IReadOnlyList<string> Telling(string text, Voice voice)
    {
        var plain = Voice.Sentences(text).Where(sentence => sentence.IndexOfAny(Quotes) < 0 && sentence.Length is > 8 and < 220).ToList();
        var named = plain.Where(sentence => voice.People(sentence).Count > 0).ToList();
        var chosen = named.Count > 1 ? named : plain;
        return chosen.Count <= MostOfParagraph ? chosen : [.. chosen.Take(MostOfParagraph - 2), .. chosen.TakeLast(2)];
    }
}
