using System.Globalization;
using RecurrentGpt.Authors;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>
/// How a past choice of the person stands in a prompt: behind the number of its paragraph, what was offered and what they took, changed or wrote.
/// Long plans are cut at the end of a sentence, so that a few choices never grow the prompt.
/// </summary>
public static class PickText
{
    private const string TakenName = ", taken";
    private const string ChangedName = ", as the author changed it";
    private const string OwnName = "the author's own plan";
    private const int OfChosen = 110;
    private const int OfOthers = 35;

    // An edit may leave little of a plan; below this, it is a plan of their own.
    private const double SamePlan = 0.2;

    /// <summary>Several choices, a blank line between each two.</summary>
    public static string Of(IReadOnlyList<PastPick> picks) => string.Join("\n\n", picks.Select(Of));

    /// <summary>One choice, of a few lines.</summary>
    public static string Of(PastPick pick)
    {
        ArgumentNullException.ThrowIfNull(pick);
        var number = NumberOf(pick);
        var others = pick.Offered.Index().Where(plan => plan.Index + 1 != number && !string.IsNullOrWhiteSpace(plan.Item))
            .Select(plan => Line($"plan {plan.Index + 1}, not taken", plan.Item, OfOthers));
        return string.Create(CultureInfo.InvariantCulture, $"[{pick.Number}] ") + string.Join('\n', [.. Taken(pick, number), .. others]);
    }

    /// <summary>Reads <see cref="Of(IReadOnlyList{PastPick})"/> back, as far as it says what the author wanted: the number of each paragraph and its plan.</summary>
    public static IReadOnlyList<(int Number, string Chosen)> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var chosen =
            from block in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            where block.StartsWith('[') && block.Contains(']', StringComparison.Ordinal)
            from line in block.Split('\n')
            let colon = line.IndexOf(": ", StringComparison.Ordinal)
            where colon > 0 && IsWanted(line[..colon])
            select (int.Parse(block[1..block.IndexOf(']', StringComparison.Ordinal)], CultureInfo.InvariantCulture), line[(colon + 2)..]);
        return [.. chosen];
    }

    private static bool IsWanted(string name) =>
        name == OwnName || name.EndsWith(ChangedName, StringComparison.Ordinal) || name.EndsWith(TakenName, StringComparison.Ordinal) && !name.EndsWith("not taken", StringComparison.Ordinal);

    private static IEnumerable<string> Taken(PastPick pick, int? number) => (pick.Source, number) switch
    {
        (PlanSource.Edited, { } changed) =>
        [
            $"The author changed plan {changed} before it was followed.",
            Line($"plan {changed}, as it was offered", pick.Offered[changed - 1], OfChosen),
            Line($"plan {changed}{ChangedName}", pick.Chosen, OfChosen),
        ],
        (_, { } taken) => [$"The author took plan {taken}.", Line($"plan {taken}{TakenName}", pick.Chosen, OfChosen)],
        _ => ["The author took none of the plans that were offered.", Line(OwnName, pick.Chosen, OfChosen)],
    };

    private static int? NumberOf(PastPick pick)
    {
        var plans = pick.Offered.Index().Select(plan => (Number: plan.Index + 1, Text: plan.Item)).ToList();
        return pick.Source switch
        {
            PlanSource.Edited => plans.Select(plan => (plan.Number, Likeness: PlanLikeness.Of(plan.Text, pick.Chosen)))
                .Where(plan => plan.Likeness >= SamePlan).OrderByDescending(plan => plan.Likeness).Select(plan => (int?)plan.Number).FirstOrDefault(),
            _ => plans.Where(plan => plan.Text == pick.Chosen).Select(plan => (int?)plan.Number).FirstOrDefault(),
        };
    }

    // One line each, so that no plan can look like the next choice.
    private static string Line(string name, string plan, int tokens) => string.Create(CultureInfo.InvariantCulture, $"{name}: {Shortened(OneLine(plan), tokens)}");

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Shortened(string text, int tokens)
    {
        if (TokenEstimate.Of(text) <= tokens)
        {
            return text;
        }

        var end = 0;
        foreach (var sentence in Prose.Sentences(text))
        {
            var next = text.IndexOf(sentence, end, StringComparison.Ordinal) + sentence.Length;
            if (TokenEstimate.Of(text[..next]) > tokens)
            {
                break;
            }

            end = next;
        }

        return end > 0 ? $"{text[..end]} …" : $"{WholeWords(text, tokens)} …";
    }

    // A sentence that is too long by itself is cut where a word ends, as far as there are words.
    private static string WholeWords(string text, int tokens)
    {
        var length = text.Length;
        for (var taken = TokenEstimate.Of(text); taken > tokens; taken = TokenEstimate.Of(text[..length]))
        {
            length = length * tokens / taken;
        }

        var space = text.LastIndexOf(' ', Math.Max(0, length - 1));
        var end = space > length / 2 ? space : length;
        return text[..(end > 0 && end < text.Length && char.IsLowSurrogate(text[end]) ? end - 1 : end)];
    }
}
