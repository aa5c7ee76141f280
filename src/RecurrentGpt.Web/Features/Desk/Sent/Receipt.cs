using RecurrentGpt.Memory;

namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>A recalled entry, and whether its text stands in the request.</summary>
public sealed record RecalledReceipt(RecalledEntry Entry, bool IsSent);

/// <summary>What a run's first request is held against: each text of the author, and what long-term memory recalled.</summary>
public sealed record Receipt(IReadOnlyList<BoxReceipt> Boxes, IReadOnlyList<RecalledReceipt> Recalled)
{
    /// <summary>Whether all that could be compared was sent as it stood.</summary>
    public bool IsTrue => Boxes.All(box => box.Verdict is ReceiptVerdict.Same or ReceiptVerdict.Unknown) && Recalled.All(entry => entry.IsSent);
}
