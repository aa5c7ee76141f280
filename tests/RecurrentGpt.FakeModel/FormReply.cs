using System.Globalization;

namespace RecurrentGpt.FakeModel;

/// <summary>
/// The reply that the server gives by itself: it reads which labels a prompt asks for and writes well-formed sections under them.
/// The same request always gets the same words, and no two requests get the same sentence.
/// </summary>
internal static class FormReply
{
    private const string Lead = "Labels to write, in this order: ";

    private static readonly string[] People = ["Mara", "Tobin", "Ysolde", "Anselm", "Ruth", "Ivo", "Hedda"];

    private static readonly string[] Places = ["the quay", "the glass orchard", "the signal tower", "the ferry house", "the salt road"];

    private static readonly string[] Acts =
    [
        "counts the lamps twice and comes to {0} both times",
        "finds letter {0} under the loose board",
        "hears the bell strike {0} and does not look up",
        "writes the number {0} on the wet slate",
        "carries crate {0} up from the boat",
        "sets seat {0} at the long table",
        "turns the key in door {0} and waits",
    ];

    // Plans that share their words would be asked for again, so that each of the three has its own.
    private static readonly string[][] Ways =
    [
        ["Mara climbs the ladder of mast {0}, cuts the frozen halyard and signals the pilots by torch.", "The harbour master fires flare {0} too late.", "Ice closes over channel {0} before anyone turns the wheel."],
        ["Tobin opens ledger {0} at the burned page and reads his mother’s debts aloud.", "A clerk seals envelope {0} with green wax.", "Whoever pays sum {0} by noon owns the mill."],
        ["Ysolde plants seed {0} under the chapel and waters it with brine.", "Bees gather on bough {0} although it is winter.", "The priest forbids hymn {0} and locks the organ."],
    ];

    /// <summary>The reply to a chat request; a prompt that asks for no labels gets one plain sentence.</summary>
    public static string Write(RecordedChatRequest request)
    {
        var at = request.User.LastIndexOf(Lead, StringComparison.Ordinal);
        if (at < 0)
        {
            return Invariant($"Ready, for the {request.Number}. time.");
        }

        var line = request.User[(at + Lead.Length)..].Split('\n')[0];
        var labels = line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        return string.Join("\n\n", labels.Select((label, place) => $"{label}:\n{(label == "Coverage" ? CoverageReply.Write(request.User) : Section(label, request.Number, place))}"));
    }

    private static string Section(string label, int step, int place) => label switch
    {
        "Name" => Invariant($"The Lamps of Harbour {step}"),
        "Updated Memory" or "Summary" => Sentences(step, place, 5) + Invariant($" This is what stands after step {step}."),
        "Rationale" => Invariant($"Dropped: what turn {step - 1} settled. Added: what turn {step} left open, because the next paragraph needs it."),
        "Paragraph Summary" => Sentences(step, place, 2),
        _ when label.StartsWith("Instruction", StringComparison.Ordinal) => Plan(step, place, Ways[(label[^1] - '1') % Ways.Length]),
        _ => Sentences(step, place, 6),
    };

    private static string Plan(int step, int place, string[] way) =>
        string.Join(' ', way.Select(sentence => string.Format(CultureInfo.InvariantCulture, sentence, step))) + Invariant($" It stops before way {place} of turn {step} is decided.");

    private static string Sentences(int step, int place, int count) =>
        string.Join(' ', Enumerable.Range((step * 1_000) + (place * 50), count).Select(Sentence));

    // The number makes each sentence unlike any other; the strides keep people, places and acts from turning together.
    private static string Sentence(int number)
    {
        var act = string.Format(CultureInfo.InvariantCulture, Acts[number * 5 % Acts.Length], number);
        return $"At {Places[number * 3 % Places.Length]} {People[number % People.Length]} {act}.";
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
