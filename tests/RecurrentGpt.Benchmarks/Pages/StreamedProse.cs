using RecurrentGpt.FakeModel;

namespace RecurrentGpt.Benchmarks.Pages;

/// <summary>A paragraph of 600 tokens, and a reply that brings it at 100 tokens a second and then waits.</summary>
internal sealed class StreamedProse(FakeModelServer model, int tokens, int round)
{
    public const int LettersInToken = 5;

    public const int MillisecondsBetweenTokens = 10;

    private const string Label = "Output Paragraph";
    private const string Words = "The lamp went out and came back while nobody in the long house looked up from the table where the maps lay. ";

    public string Text { get; } = Fill(tokens * LettersInToken, LastOf(round));

    /// <summary>The word that it ends with, which no other has.</summary>
    public string Last { get; } = LastOf(round);

    /// <summary>Makes it the next paragraph that the model writes.</summary>
    /// <param name="began">Called when it is asked for.</param>
    /// <returns>The place after its last token, where the server waits.</returns>
    public FakeHold Script(Action began)
    {
        var hold = new FakeHold();
        model.Answer = request =>
        {
            began();
            model.Answer = _ => new FakeReply();
            return ToReply(request, hold);
        };
        return hold;
    }

    /// <summary>The reply to a request for a step, which waits after the last token of the paragraph.</summary>
    public FakeReply ToReply(RecordedChatRequest request, FakeHold hold)
    {
        var own = model.Reply(request);
        // A whole number of tokens, so that the prose begins with one.
        var head = $"{Label}:\n".PadRight(4 * LettersInToken, '\n');
        return new FakeReply
        {
            Text = head + Text + own[own.IndexOf("\n\n", own.IndexOf(Label, StringComparison.Ordinal), StringComparison.Ordinal)..],
            ChunkSize = LettersInToken,
            Delay = TimeSpan.FromMilliseconds(MillisecondsBetweenTokens),
            DelayAfterHold = TimeSpan.Zero,
            Hold = hold,
            After = (head.Length + Text.Length) / LettersInToken,
        };
    }

    private static string Fill(int length, string last) => string.Concat(Enumerable.Repeat(Words, (length / Words.Length) + 1))[..(length - last.Length - 1)] + " " + last;

    private static string LastOf(int round) => FormattableString.Invariant($"Finis{round:0000}.");
}
