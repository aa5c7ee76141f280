namespace RecurrentGpt.Replies;

/// <summary>
/// Reads a model's reply: a pure function, total over any text, one scan. It takes off reasoning, chat tokens, fences and quotes, finds labels at line starts,
/// chooses the sequence that fits the form best, and says what is missing and why. It never makes up a text and never hands on a fragment.
/// </summary>
public static class ReplyParser
{
    /// <summary>Reads <paramref name="text"/> as a reply to a prompt that asked for <paramref name="form"/>.</summary>
    /// <param name="text">The whole reply, as the model sent it.</param>
    /// <param name="form">What was asked for.</param>
    /// <param name="end">How the model said that the reply ended.</param>
    public static Reply Read(string text, ReplyForm form, ReplyEnd end)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(form);
        var clean = WithoutQuotes(ReplyCleaner.Clean(text), form);
        var found = JsonReply.Read(clean, form) ?? Labelled(clean, form);
        return ReplyJudge.Judge(clean, found, form, end);
    }

    private static Findings Labelled(string text, ReplyForm form)
    {
        var found = LabelledReply.Read(text, form);
        return text.StartsWith('{') ? JsonString.ReadAll(found) : found;
    }

    // A reply quoted as a whole begins with a quote mark and then a label; a quoted label ("Memory": …) closes its own quote.
    private static string WithoutQuotes(string text, ReplyForm form)
    {
        if (text.Length < 2 || (text[0], text[^1]) is not (('"', '"') or ('“', '”') or ('「', '」')))
        {
            return text;
        }

        var isLabel = LabelTable.For(form).Longest(text, 1, out var end, out _) is not null;
        return isLabel && end < text.Length && text[end] != '"' ? text[1..^1].Trim() : text;
    }
}
