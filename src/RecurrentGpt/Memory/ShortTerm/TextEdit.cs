namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>Takes one sentence out of a text, puts one in, or puts one in the place of another, and touches nothing but it and the white space beside it.</summary>
internal static class TextEdit
{
    /// <param name="text">The text.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="place">Which goes.</param>
    /// <param name="between">The white space that its neighbours had between them before it came, given the spaces around it now; null when that is not known.</param>
    internal static string Remove(string text, IReadOnlyList<SentenceSpan> sentences, int place, Func<string, string, string?>? between = null)
    {
        var span = sentences[place];
        var (before, after) = (Spacing.SpaceBefore(text, span.Start), Spacing.SpaceAfter(text, span.End));
        var (hasLeft, hasRight) = (place > 0, place + 1 < sentences.Count);
        var (start, end, space) = (hasLeft, hasRight) switch
        {
            (true, true) => (span.Start - before.Length, span.End + after.Length,
                between?.Invoke(before, after) ?? Spacing.Join(sentences[place - 1].Text, before, after, sentences[place + 1].Text)),
            (true, false) => (span.Start - before.Length, span.End, ""),
            (false, true) => (span.Start, span.End + after.Length, ""),
            _ => (span.Start, span.End, ""),
        };

        return string.Concat(text.AsSpan(0, start), space, text.AsSpan(end));
    }

    /// <param name="text">The text.</param>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="place">Before which sentence; their number for the end.</param>
    /// <param name="sentence">What comes in.</param>
    /// <param name="usual">The white space around it where it comes from; null where it stood at the edge.</param>
    internal static string Insert(string text, IReadOnlyList<SentenceSpan> sentences, int place, string sentence, (string? Before, string? After) usual)
    {
        var left = place > 0 ? sentences[place - 1] : (SentenceSpan?)null;
        var right = place < sentences.Count ? sentences[place] : (SentenceSpan?)null;
        return (left, right) switch
        {
            ({ } before, { } after) => Between(text, before, after, sentence, usual),
            ({ } before, null) => Put(text, before.End, 0, Spacing.Fit(before.Text, Usual(usual.Before ?? usual.After, sentence), sentence) + sentence),
            (null, { } after) => Put(text, after.Start, 0, sentence + Spacing.Fit(sentence, Usual(usual.After ?? usual.Before, sentence), after.Text)),
            _ => Put(text, 0, 0, sentence),
        };
    }

    internal static string Replace(string text, IReadOnlyList<SentenceSpan> sentences, int place, string sentence)
    {
        var span = sentences[place];
        var (start, end, words) = (span.Start, span.End, sentence);
        if (place > 0 && sentences[place - 1].End + Spacing.SpaceBefore(text, start).Length == start)
        {
            var space = Spacing.SpaceBefore(text, start);
            words = Spacing.Fit(sentences[place - 1].Text, space, sentence) + words;
            start -= space.Length;
        }

        if (place + 1 < sentences.Count && end + Spacing.SpaceAfter(text, end).Length == sentences[place + 1].Start)
        {
            var space = Spacing.SpaceAfter(text, end);
            words += Spacing.Fit(sentence, space, sentences[place + 1].Text);
            end += space.Length;
        }

        return Put(text, start, end - start, words);
    }

    private static string Between(string text, SentenceSpan left, SentenceSpan right, string sentence, (string? Before, string? After) usual)
    {
        var now = Spacing.SpaceAfter(text, left.End);
        var (before, after) = Spacing.Part(left.Text, sentence, right.Text, now, usual);
        return Put(text, left.End, now.Length, before + sentence + after);
    }

    private static string Usual(string? space, string sentence) => space ?? (Terms.IsWide(sentence[0]) ? "" : " ");

    private static string Put(string text, int start, int length, string words) => string.Concat(text.AsSpan(0, start), words, text.AsSpan(start + length));
}
