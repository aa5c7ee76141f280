namespace RecurrentGpt.Recurrence;

/// <summary>Why a run ended without a step. Each kind has one message, in plain words, that names what to do.</summary>
public enum FailureKind
{
    /// <summary>Nothing answers at the model's address.</summary>
    Unreachable,

    /// <summary>The server refuses the key (401).</summary>
    Unauthorized,

    /// <summary>The key may not use this model (403).</summary>
    Forbidden,

    /// <summary>The server knows no such model or address (404).</summary>
    NotFound,

    /// <summary>Too many requests (429).</summary>
    RateLimited,

    /// <summary>The account's quota or credit is used up (429 too, but no wait helps).</summary>
    QuotaUsedUp,

    /// <summary>The server failed (5xx, 408, 409).</summary>
    ServerError,

    /// <summary>The server refuses the request (other 4xx).</summary>
    Rejected,

    /// <summary>The prompt is too long for the model.</summary>
    ContextTooLong,

    /// <summary>No first word, or no next word, came in time; or the whole step took too long.</summary>
    TimedOut,

    /// <summary>The reply broke off before it was whole.</summary>
    CutOff,

    /// <summary>What answered does not speak the protocol: a web page, an empty body, broken JSON.</summary>
    NotAModel,

    /// <summary>Embeddings came, but they cannot be compared: too few, of another length than those before, zero, or no numbers.</summary>
    UnusableVectors,

    /// <summary>The reply was empty.</summary>
    EmptyReply,

    /// <summary>The model declined.</summary>
    Refused,

    /// <summary>The provider's filter stopped the reply.</summary>
    ContentFilter,

    /// <summary>The model's token limit, or our own length cap, cut the reply.</summary>
    TooLong,

    /// <summary>Sections are missing still, after the model was asked for them.</summary>
    Incomplete,

    /// <summary>The paragraph is not the one any more that the run was asked about; nothing was asked.</summary>
    TextChanged,

    /// <summary>The reply could not be stored.</summary>
    NotStored,

    /// <summary>A defect of our own; the log has the details.</summary>
    Unexpected,

    /// <summary>The author has locked the paragraph that would be written again, or changed.</summary>
    Locked,

    /// <summary>The disk that holds the stories is full.</summary>
    DiskFull,

    /// <summary>The disk that holds the stories takes no writing.</summary>
    DiskReadOnly,

    /// <summary>The disk that holds the stories does not answer as a disk should: it has failed, or is not there now.</summary>
    DiskUnreachable,

    /// <summary>Another program has the database locked.</summary>
    StoreBusy,

    /// <summary>The person may not use that server; whoever owns the desk may allow it.</summary>
    NotAllowed,

    /// <summary>As many stories are being written as may be at the same time; the detail is their number. Nothing was asked.</summary>
    TooManyRuns,

    /// <summary>As many stories are on the shelf as may be; the detail is their number.</summary>
    ShelfFull,
}

/// <summary>A failure with what is known of it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Detail">
/// What the server said, which sections are missing, or how long the parts of a prompt are (<see cref="SentSizes"/>); for people, never with a key. May be empty.
/// </param>
public sealed record StepFailure(FailureKind Kind, string Detail = "")
{
    /// <summary>How long the server asks us to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same request may well succeed a little later.</summary>
    public bool IsTransient => Kind is FailureKind.Unreachable or FailureKind.RateLimited or FailureKind.ServerError or FailureKind.CutOff;

    /// <summary>Whether nothing can be stored just now; the same write succeeds once the person has seen to the disk.</summary>
    public bool IsOfStore => Kind is FailureKind.DiskFull or FailureKind.DiskReadOnly or FailureKind.DiskUnreachable or FailureKind.StoreBusy;
}
