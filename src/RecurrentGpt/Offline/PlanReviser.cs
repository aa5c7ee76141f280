namespace RecurrentGpt.Offline;

/// <summary>Makes an outline of five to seven sentences of a plan: it takes in what the plans that were not chosen begin with, and ends where the plan ends.</summary>
internal static class PlanReviser
{
    private const int Fewest = 5;
    private const int Most = 7;

    internal static string Write(SampleRequest request, Stage stage, string chosen)
    {
        var sentences = Voice.Sentences(chosen).ToList();
        var added = request.Choices.Values.Where(plan => plan != chosen)
            .SelectMany(plan => Voice.Sentences(plan).Take(1))
            .Concat(stage.Voice.Choosing.Outline.Select(sentence => Fill(sentence, stage, chosen)))
            .Where(sentence => !sentences.Contains(sentence));
        var wanted = Math.Clamp(sentences.Count + 1, Fewest, Most);
        var before = Math.Max(0, Math.Min(sentences.Count, Most) - 1);
        return string.Join(stage.Voice.Join, [.. sentences.Take(before), .. added.Take(wanted - Math.Min(sentences.Count, Most)), .. sentences.TakeLast(1)]);
    }

    /// <summary>A sentence of a bank with somebody of a plan, and its object.</summary>
    internal static string Fill(string template, Stage stage, string plan) => stage.Voice.Finish(template
        .Replace("[who]", stage.Named(plan) is [var first, ..] ? first.Name : stage.Cast[0].Name, StringComparison.Ordinal)
        .Replace("[thing]", stage.Voice.ThingIn(plan, stage.Banks, anyNoun: true) ?? stage.Keepsake, StringComparison.Ordinal));
}
