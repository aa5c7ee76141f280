namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>A text that the author owns.</summary>
public enum ReceiptBox
{
    Card,
    ShortTermMemory,
    Plan,
    LastParagraph,
    KeptParagraph,
    OwnOpening,
    Wish,
}

public enum ReceiptVerdict
{
    /// <summary>Sent exactly as it stood.</summary>
    Same,

    Different,

    NotSent,

    /// <summary>What the box held was not kept.</summary>
    Unknown,
}

/// <summary>Whether a text of the author was sent as it stood.</summary>
/// <param name="Held">What it held; null where that was not kept.</param>
/// <param name="Sent">What stands in the request; null when it is not there.</param>
public sealed record BoxReceipt(ReceiptBox Box, string? Held, string? Sent)
{
    public ReceiptVerdict Verdict => (Held, Sent) switch
    {
        (_, null) => ReceiptVerdict.NotSent,
        (null, _) => ReceiptVerdict.Unknown,
        var (held, sent) when string.Equals(held, sent, StringComparison.Ordinal) => ReceiptVerdict.Same,
        _ => ReceiptVerdict.Different,
    };
}
