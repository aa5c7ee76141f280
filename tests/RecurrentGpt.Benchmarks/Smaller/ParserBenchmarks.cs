using RecurrentGpt.Replies;

namespace RecurrentGpt.Benchmarks.Smaller;

/// <summary>How long the parser takes for replies that are far longer than any that a model sends.</summary>
internal static class ParserBenchmarks
{
    private const int Letters = 100_000;
    private const int Labels = 20_000;

    private static readonly string Prose = Repeat("The ferry had stopped in mid-river, and nobody at the winch would look at her. ", Letters);

    private static readonly (string Name, string Text)[] Replies =
    [
        ("100,000 characters of prose, no label", Prose),
        ("100,000 characters of prose, one line each", Prose.Replace(". ", ".\n", StringComparison.Ordinal)),
        ("a step with 100,000 characters of prose", $"Output Paragraph:\n{Prose}\n\nUpdated Memory:\nThe ferry stopped.\n\nInstruction 1:\nOne.\n\nInstruction 2:\nTwo.\n\nInstruction 3:\nThree."),
        ("20,000 labels, nothing else", Lines(_ => "Updated Memory:")),
        ("20,000 labels with text", Lines(i => $"Instruction {(i % 3) + 1}: word")),
        ("20,000 labels in bold with text", Lines(i => $"**Instruction {(i % 3) + 1}:** word")),
        ("20,000 labels on one line", string.Concat(Enumerable.Range(0, Labels).Select(i => $"Instruction {(i % 3) + 1}: word "))),
        ("100,000 opening braces", Repeat("{\"a\":", Letters)),
        ("100,000 characters of open thinking", Repeat("<think>", Letters)),
        ("100,000 characters of fences", Repeat("```\n", Letters)),
    ];

    public static void Run(Bench bench)
    {
        foreach (var (name, text) in Replies)
        {
            bench.Measure(name, () => ReplyParser.Read(text, ReplyForm.Step, ReplyEnd.Stop).Sections.Count, () => CountLines(text));
        }

        bench.Measure("the same prose as a stream of 20 letters", () => Stream(Prose), () => CountLines(Prose));
    }

    // The least that a reader by lines must do: find each line's end.
    private static int CountLines(string text)
    {
        var count = 0;
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            count++;
        }

        return count;
    }

    private static int Stream(string text)
    {
        var reader = new ReplyReader(ReplyForm.Step);
        var pieces = reader.Add("Output Paragraph:\n").Count();
        for (var at = 0; at < text.Length; at += 20)
        {
            pieces += reader.Add(text.Substring(at, Math.Min(20, text.Length - at))).Count();
        }

        return pieces + reader.End().Count();
    }

    private static string Lines(Func<int, string> line) => string.Join('\n', Enumerable.Range(0, Labels).Select(line));

    private static string Repeat(string text, int length) => string.Concat(Enumerable.Repeat(text, (length / text.Length) + 1))[..length];
}
