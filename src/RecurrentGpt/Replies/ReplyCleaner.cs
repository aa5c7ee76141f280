namespace RecurrentGpt.Replies;

/// <summary>Takes the wrapping off a whole reply.</summary>
internal static class ReplyCleaner
{
    private const string Fence = "```";

    /// <summary>The text inside reasoning, chat tokens and an outer code fence; empty when there is none.</summary>
    internal static string Clean(string text)
    {
        var filter = new TagFilter();
        var start = filter.Add(text);
        var end = filter.End();
        var clean = filter.Restarted ? end : start + end;
        return WithoutFence(clean.Trim());
    }

    private static string WithoutFence(string text)
    {
        var firstLine = text.IndexOf('\n', StringComparison.Ordinal);
        if (!text.StartsWith(Fence, StringComparison.Ordinal) || firstLine < 0)
        {
            return text;
        }

        var body = text[(firstLine + 1)..];
        return (body.EndsWith(Fence, StringComparison.Ordinal) ? body[..^Fence.Length] : body).Trim();
    }
}
