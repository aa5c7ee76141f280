using System.Globalization;

namespace RecurrentGpt.FakeModel;

/// <summary>
/// The reply that the server gives by itself: it reads which labels a prompt asks for and writes well-formed sections under them.
/// The same request always gets the same words, and no two requests get the same sentence. In Chinese and Japanese it writes where a prompt names them.
/// </summary>
public static class FormReply
{
    private const string Lead = "Labels to write, in this order: ";

    private static readonly string[] People = ["Mara", "Tobin", "Ysolde", "Anselm", "Ruth", "Ivo", "Hedda"];

    private static readonly string[] Places = ["Harrow", "Saltgate", "Millbrook", "Northpier", "Lanternhouse", "Ferrywick", "Coldharbour", "Kelpstead", "Brinemoor"];

    private static readonly string[] Acts = ["counts", "hides", "carries", "polishes", "buries", "sketches", "weighs", "burns", "mends", "trades", "unpacks"];

    private static readonly string[] Looks = ["wet", "rusted", "borrowed", "nameless", "cracked", "salted", "folded", "crooked", "silver", "hollow", "frozen", "tarred", "painted"];

    private static readonly string[] Things =
    [
        "lamps", "letters", "oars", "keys", "ledgers", "bells", "ropes", "lenses", "crates", "maps", "anchors", "candles", "barrels", "nets", "coins", "bottles", "shutters",
    ];

    private static readonly string[] Ways = ["near", "behind", "above", "past", "below"];

    private static readonly string[] Ends =
    [
        "slowly", "twice", "alone", "unseen", "gladly", "badly", "daily", "loudly", "barely", "meekly", "neatly", "rarely", "calmly", "blindly", "boldly", "openly", "again", "early", "sadly",
    ];

    // Plans that share their words would be asked for again, so that each of the three has its own.
    private static readonly string[][] Plans =
    [
        ["Mara climbs the ladder of mast {0}, cuts the frozen halyard and signals the pilots by torch.", "The harbour master fires flare {0} too late.", "Ice closes over channel {0} before anyone turns the wheel."],
        ["Tobin opens ledger {0} at the burned page and reads his mother’s debts aloud.", "A clerk seals envelope {0} with green wax.", "Whoever pays sum {0} by noon owns the mill."],
        ["Ysolde plants seed {0} under the chapel and waters it with brine.", "Bees gather on bough {0} although it is winter.", "The priest forbids hymn {0} and locks the organ."],
    ];

    /// <summary>The reply to a chat request; a prompt that asks for no labels gets one plain sentence.</summary>
    public static string Write(RecordedChatRequest request) => Write(request, isUnderOwnLabels: false);

    /// <summary>The same, but in Chinese and Japanese the labels are of the language too, with full-width colons and without spaces or blank lines.</summary>
    public static string WriteUnderOwnLabels(RecordedChatRequest request) => Write(request, isUnderOwnLabels: true);

    private static string Write(RecordedChatRequest request, bool isUnderOwnLabels)
    {
        ArgumentNullException.ThrowIfNull(request);
        var at = request.User.LastIndexOf(Lead, StringComparison.Ordinal);
        if (at < 0)
        {
            return Invariant($"Ready, for the {request.Number}. time.");
        }

        var line = request.User[(at + Lead.Length)..].Split('\n')[0];
        var labels = line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        return isUnderOwnLabels && Tongue.Of(request) is { } tongue
            ? string.Join('\n', labels.Select((label, place) => $"{tongue.Labels.GetValueOrDefault(label, label)}：{Section(label, request, place)}"))
            : string.Join("\n\n", labels.Select((label, place) => $"{label}:\n{Section(label, request, place)}"));
    }

    private static string Section(string label, RecordedChatRequest request, int place) =>
        label == "Coverage" ? CoverageReply.Write(request.User) : AuthorReply.Write(label, request)
            ?? Tongue.Of(request)?.Section(label, request.Number, place) ?? Section(label, request.Number, place);

    private static string Section(string label, int step, int place) => label switch
    {
        "Name" => Invariant($"The Lamps of Harbour {step}"),
        "Updated Memory" or "Summary" => Sentences(step, place, 5) + Invariant($" This is what stands after step {step}."),
        "Rationale" => Invariant($"Dropped: what turn {step - 1} settled. Added: what turn {step} left open, because the next paragraph needs it."),
        "Paragraph Summary" => Sentences(step, place, 2),
        _ when label.StartsWith("Instruction", StringComparison.Ordinal) => Plan(step, place, Plans[(label[^1] - '1') % Plans.Length]),
        _ => Sentences(step, place, 8),
    };

    private static string Plan(int step, int place, string[] way) =>
        string.Join(' ', way.Select(sentence => string.Format(CultureInfo.InvariantCulture, sentence, step))) + Invariant($" It stops before way {place} of turn {step} is decided.");

    private static string Sentences(int step, int place, int count) =>
        string.Join(' ', Enumerable.Range((step * 1_000) + (place * 50), count).Select(Sentence));

    // The number makes each sentence unlike any other, and the lists, whose lengths have no divisor in common, keep two of them from sharing a run of words.
    private static string Sentence(int number) => Invariant(
        $"{Of(People, number)} {Of(Acts, number)} {number} {Of(Looks, number)} {Of(Things, number)} {Of(Ways, number)} {Of(Places, number)}, {Of(Ends, number)}.");

    private static string Of(string[] words, int number) => words[number % words.Length];

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
