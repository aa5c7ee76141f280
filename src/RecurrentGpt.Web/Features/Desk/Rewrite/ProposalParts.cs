namespace RecurrentGpt.Web.Features.Desk.Rewrite;

/// <summary>
/// A paragraph around a passage: the blocks that the passage does not touch are read as always; in those that it touches the text stands as it is written,
/// since that is what the changes are of.
/// </summary>
/// <param name="Before">Whole blocks before it.</param>
/// <param name="Lead">What stands before it in its block.</param>
/// <param name="Trail">What stands after it in its block.</param>
/// <param name="After">Whole blocks after it.</param>
internal sealed record ProposalParts(string Before, string Lead, string Trail, string After)
{
    public static ProposalParts None { get; } = new("", "", "", "");

    public static ProposalParts Of(string text, int start, int length)
    {
        var from = BlockStart(text, start);
        var to = BlockEnd(text, start + length);
        return new ProposalParts(text[..from].Trim(), text[from..start], text[(start + length)..to], text[to..].Trim());
    }

    private static int BlockStart(string text, int place)
    {
        var gap = text.AsSpan(0, place).LastIndexOf("\n\n");
        var windows = text.AsSpan(0, place).LastIndexOf("\n\r\n");
        return Math.Max(gap < 0 ? 0 : gap + 2, windows < 0 ? 0 : windows + 3);
    }

    private static int BlockEnd(string text, int place)
    {
        var rest = text.AsSpan(place);
        var (gap, windows) = (rest.IndexOf("\n\n"), rest.IndexOf("\r\n\r\n"));
        return place + Math.Min(gap < 0 ? rest.Length : gap, windows < 0 ? rest.Length : windows);
    }
}
