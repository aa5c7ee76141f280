using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

/// <summary>How much of its reply a run that did not end well has.</summary>
internal static class LeftoverReply
{
    /// <summary>Whether any of a reply was heard, so that it can be read as it came.</summary>
    public static bool Has(Run leftover) => leftover.Prose.Length > 0 || leftover.Arrived.Count > 0 || leftover.Failure is
    {
        Kind: FailureKind.CutOff or FailureKind.EmptyReply or FailureKind.Refused or FailureKind.ContentFilter
            or FailureKind.TooLong or FailureKind.Incomplete or FailureKind.NotStored or FailureKind.TimedOut
    };

    /// <summary>What a step needs and did not arrive whole; the end of the paragraph is among it.</summary>
    public static IReadOnlyList<Section> Missing(Run leftover) => [.. ReplyForm.Step.Required.Where(section => !leftover.Arrived.ContainsKey(section))];
}
