namespace RecurrentGpt.Benchmarks.Steps;

/// <summary>
/// The prompt of the published program, by its structure alone: fixed sentences, the memory, the last paragraph, the plan, related paragraphs, and fixed sentences again.
/// The fixed ones stand here as so many letters.
/// </summary>
internal static class UpstreamPrompt
{
    public const string Name = "upstream's form";

    /// <summary>How many paragraphs it recalls.</summary>
    public const int Related = 2;

    // Letters of the published prompt's fixed sentences before the first text that changes, and of all others.
    private const int Before = 1_481;
    private const int After = 1_554;

    private static readonly (string Head, string Tail) Fixed = (new string('a', Before), new string('z', After));

    /// <summary>What it would have sent for a step: related paragraphs are whole ones, here as long as the last.</summary>
    public static string Of(WrittenStep step) => string.Join(
        "\n\n",
        [Fixed.Head, step.From.ShortTermMemory, step.From.Paragraph, step.Step.Plan.Text, .. Enumerable.Repeat(step.From.Paragraph, Related), Fixed.Tail]);
}
