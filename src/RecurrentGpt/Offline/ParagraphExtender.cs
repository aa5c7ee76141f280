using System.Text;

namespace RecurrentGpt.Offline;

/// <summary>Writes a paragraph out to about twice its length: each sentence stays as it is, and behind it, but for the last, stands one of what is seen, heard or thought.</summary>
internal static class ParagraphExtender
{
    private const ulong OtherDeck = 0x5EED;

    internal static string Write(SampleRequest request, Stage stage)
    {
        var (text, join) = (request.LastParagraph, stage.Voice.Join);
        var sentences = Voice.Sentences(text);
        var added = new Queue<string>(Added(request, stage, sentences));
        var (written, at) = (new StringBuilder(), 0);
        foreach (var (place, sentence) in sentences.Index())
        {
            var end = text.IndexOf(sentence, at, StringComparison.Ordinal) + sentence.Length;
            var count = place == 0 ? sentences.Count > 1 ? 2 : 1 : place == sentences.Count - 1 ? 0 : 1;
            var beside = string.Join(join, Enumerable.Range(0, Math.Min(count, added.Count)).Select(_ => added.Dequeue()));
            written.Append(sentences.Count > 1 ? text[at..end] + join + beside : beside + join + text[at..end]);
            at = end;
        }

        return written.Append(text, at, text.Length - at).ToString().Trim();
    }

    // Drawn from another deck than the story's, so that the next paragraph does not say the same again.
    private static IEnumerable<string> Added(SampleRequest request, Stage stage, IReadOnlyList<string> sentences)
    {
        var scene = stage.Now();
        var beside = ParagraphWriter.Write(stage, scene with { StorySeed = StableHash.Mix(scene.StorySeed ^ OtherDeck) }, [], sentences.Count + 2, request.LastParagraph);
        return Voice.Sentences(beside).Where(sentence => !request.LastParagraph.Contains(sentence, StringComparison.Ordinal));
    }
}
