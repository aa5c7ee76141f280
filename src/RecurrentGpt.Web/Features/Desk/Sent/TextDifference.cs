namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>Where two texts differ: what they begin with, what stands in one and in the other, and what they end with.</summary>
public sealed record TextDifference(string Start, string Held, string Sent, string End)
{
    public static TextDifference Of(string held, string sent)
    {
        var shorter = Math.Min(held.Length, sent.Length);
        var start = 0;
        while (start < shorter && held[start] == sent[start])
        {
            start++;
        }

        // Never inside a character.
        start -= start > 0 && char.IsHighSurrogate(held[start - 1]) ? 1 : 0;
        var end = 0;
        while (end < shorter - start && held[^(end + 1)] == sent[^(end + 1)])
        {
            end++;
        }

        end -= end > 0 && char.IsLowSurrogate(held[^end]) ? 1 : 0;
        return new TextDifference(held[..start], held[start..^end], sent[start..^end], held[^end..]);
    }
}
