namespace RecurrentGpt.Repetition;

/// <summary>
/// Finds the stretches that a paragraph shares with some of the others. A fingerprint only says where to look: each stretch is then read unit by unit in both paragraphs, as
/// far as it goes. Takes time by the length of the paragraph and of what it shares, whatever the length of the story.
/// </summary>
internal sealed class RunFinder(FingerprintTable table, IReadOnlyList<IndexedParagraph> paragraphs)
{
    // A phrase that stands more often than this on a path is looked up at its latest places; that bounds the work for text that is one word over and over.
    private const int MostPlaces = 256;

    // Places of other branches and later paragraphs, and of the paragraph itself, are passed over; that has an end too.
    private const int MostSeen = 8_192;

    /// <param name="units">The units of the paragraph.</param>
    /// <param name="counts">Whether a paragraph counts, by its place.</param>
    internal List<SharedRun> Find(int[] units, Func<int, bool> counts)
    {
        var runs = new List<SharedRun>();
        var read = new Dictionary<(int Paragraph, int Offset), int>();
        foreach (var (hash, at) in Winnowing.Pick(units))
        {
            foreach (var (paragraph, place) in table.Find(hash, MostSeen).Where(place => counts(place.Paragraph)).Take(MostPlaces))
            {
                // Of a long stretch several fingerprints tell.
                if (read.GetValueOrDefault((paragraph, at - place)) > at)
                {
                    continue;
                }

                var run = Extend(units, paragraph, at, place);
                read[(paragraph, at - place)] = run.End;
                if (PhraseUnit.WeightOf(units.AsSpan(run.Start, run.Length)) >= PhraseUnit.Enough)
                {
                    runs.Add(run);
                }
            }
        }

        return runs;
    }

    // Of no length where only the hashes are the same.
    private SharedRun Extend(int[] units, int paragraph, int at, int place)
    {
        var source = paragraphs[paragraph].Units;
        var length = units.AsSpan(at).CommonPrefixLength(source.AsSpan(place));
        var before = 0;
        while (length > 0 && before < Math.Min(at, place) && units[at - before - 1] == source[place - before - 1])
        {
            before++;
        }

        return new SharedRun(paragraph, at - before, place - before, before + length);
    }
}
