using RecurrentGpt.FakeModel;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Benchmarks.Steps;

/// <summary>A step, what it was written from, and the one request that it was written with.</summary>
internal sealed record WrittenStep(Step From, Step Step, IReadOnlyList<RecordedChatRequest> Requests)
{
    /// <summary>All that was sent, in the order in which a model reads it.</summary>
    public string Sent => Requests is [var request] ? request.System + request.User : throw new InvalidOperationException($"A step took {Requests.Count} chat requests.");
}
