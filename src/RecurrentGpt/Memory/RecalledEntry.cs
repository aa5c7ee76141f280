namespace RecurrentGpt.Memory;

/// <summary>Why an entry of long-term memory was put into a prompt.</summary>
public enum RecallReason
{
    /// <summary>Its meaning is near the plan's.</summary>
    Similar,

    /// <summary>The author pinned it.</summary>
    Pinned,

    /// <summary>It is one of the latest, because search by meaning was not possible.</summary>
    Recent,
}

/// <summary>An entry of long-term memory as it went into a prompt.</summary>
/// <param name="StepId">The step that the entry summarises.</param>
/// <param name="Step">That step's number.</param>
/// <param name="Text">The entry's text as it was sent.</param>
/// <param name="Score">Cosine of the entry and the plan, -1 to 1; null where it could not be computed.</param>
/// <param name="Reason">Why it was sent.</param>
public sealed record RecalledEntry(Guid StepId, int Step, string Text, double? Score, RecallReason Reason);
