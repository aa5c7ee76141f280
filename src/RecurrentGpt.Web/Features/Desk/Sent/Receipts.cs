using System.Globalization;
using System.Text.RegularExpressions;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>Holds a request that was sent against what the author had before them. It reads the request itself, not what was meant to be in it.</summary>
internal static partial class Receipts
{
    /// <summary>Null when the run sent nothing.</summary>
    public static Receipt? Of(SentRun sent)
    {
        if (sent.Exchanges.Count == 0)
        {
            return null;
        }

        var message = Answered(sent.Exchanges).User;
        return new Receipt([Card(sent, message), .. Boxes(sent).Select(box => new BoxReceipt(box.Box, box.Held, Read(message, box.Name)))], Recalled(sent.Step?.Recalled ?? [], message));
    }

    // A prompt that the model could not take was made again, shorter; what counts is the one that it was written from.
    private static Exchange Answered(IReadOnlyList<Exchange> exchanges) =>
        exchanges.LastOrDefault(exchange => exchange.Purpose == ExchangePurpose.Step) ?? exchanges[0];

    /// <summary>Which of the entries stand in a user message, the nearest first.</summary>
    public static IReadOnlyList<RecalledReceipt> Recalled(IReadOnlyList<RecalledEntry> entries, string message)
    {
        var text = entries.Count > 0 ? Read(message, PartNames.Recalled) : null;
        return [.. entries.OrderByDescending(entry => entry.Score ?? -1).Select(entry => new RecalledReceipt(entry, text is not null && Has(text, entry)))];
    }

    private static IEnumerable<(ReceiptBox Box, string Name, string? Held)> Boxes(SentRun sent)
    {
        var (request, held) = (sent.Run.Request, sent.Run.Request.Held);
        var memory = (ReceiptBox.ShortTermMemory, PartNames.ShortTermMemory, held?.ShortTermMemory ?? NullIfEmpty(sent.Step?.SentMemory));
        var plan = (ReceiptBox.Plan, PartNames.Plan, held?.Plan ?? request.Plan?.Text);
        var last = (ReceiptBox.LastParagraph, PartNames.LastParagraph, held?.LastParagraph ?? sent.LastParagraph);
        return request.Kind switch
        {
            RunKind.Step => [memory, plan, last],
            RunKind.Keep => [memory, plan, (ReceiptBox.KeptParagraph, PartNames.NewParagraph, request.Text)],
            RunKind.NewPlans when request.Text.Length > 0 => [memory, last, (ReceiptBox.Wish, PartNames.Wish, request.Text)],
            RunKind.NewPlans => [memory, last],
            RunKind.Reread => [memory],
            RunKind.OwnOpening => [(ReceiptBox.OwnOpening, PartNames.OwnOpening, request.Text)],
            _ => [],
        };
    }

    private static BoxReceipt Card(SentRun sent, string message)
    {
        var isOpening = sent.Run.Request.Kind is RunKind.Opening or RunKind.OwnOpening;
        var fields = new (string Name, string Text)[]
        {
            (PartNames.Title, sent.Card.Title),
            (PartNames.Genre, sent.Card.Genre),
            (PartNames.Language, sent.Card.Language),
            (PartNames.Premise, sent.Card.Premise),
            (PartNames.Outline, sent.Card.Outline),
        };
        // An opening is what gives a story its title and its outline.
        var held = fields.Where(field => field.Text.Length > 0 && !(isOpening && field.Name is PartNames.Title or PartNames.Outline && Read(message, field.Name) is null));
        var there = fields.Select(field => (field.Name, Text: Read(message, field.Name))).Where(field => field.Text is not null).ToList();
        return new BoxReceipt(ReceiptBox.Card, Lines(held), there.Count > 0 ? Lines(there!) : null);
    }

    // From its number to the next entry's, or to the end: half an entry is not the entry.
    private static bool Has(string text, RecalledEntry entry)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"\n[{entry.Step}] {entry.Text}");
        var all = "\n" + text;
        var at = all.IndexOf(line, StringComparison.Ordinal);
        return at >= 0 && NextEntry().IsMatch(all, at + line.Length);
    }

    [GeneratedRegex(@"\G(\n\[[0-9]+\] |\z)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NextEntry();

    private static string Lines(IEnumerable<(string Name, string Text)> fields) => string.Join('\n', fields.Select(field => $"{field.Name}: {field.Text}"));

    private static string? Read(string message, string name) => RecurrentGpt.Prompts.Marks.TryRead(message, name, out var text) ? text : null;

    private static string? NullIfEmpty(string? text) => text is { Length: > 0 } ? text : null;
}
