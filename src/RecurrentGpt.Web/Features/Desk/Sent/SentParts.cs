using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>The parts of a user message. Joined they are the message, to the letter, whatever was kept of its parts.</summary>
internal static class SentParts
{
    public static IReadOnlyList<ShownPart> Of(Prompt prompt) => [.. prompt.Parts.Select(part => new ShownPart(part.Kind, part.Text))];

    /// <summary>The parts of a message that was sent; the whole message in one where they were not kept, or do not fit it.</summary>
    public static IReadOnlyList<ShownPart> Of(Exchange exchange)
    {
        var shown = new List<ShownPart>();
        var at = 0;
        foreach (var part in exchange.Parts)
        {
            if (part.Length < 0 || part.Length > exchange.User.Length - at || SplitsPair(exchange.User, at + part.Length))
            {
                return Whole(exchange);
            }

            shown.Add(new ShownPart(part.Kind, exchange.User.Substring(at, part.Length)));
            at += part.Length;
        }

        return at == exchange.User.Length && shown.Count > 0 ? shown : Whole(exchange);
    }

    private static ShownPart[] Whole(Exchange exchange) => [new ShownPart(null, exchange.User)];

    // Half a character cannot be shown, nor copied.
    private static bool SplitsPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);
}
