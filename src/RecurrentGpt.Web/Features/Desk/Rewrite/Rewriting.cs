using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Features.Desk.Rewrite;

/// <summary>What rewriting has left open at a paragraph: a proposal to answer, a run that failed, or both.</summary>
public sealed record Rewriting(RewriteProposed? Proposed, RewriteFailed? Failed);

/// <summary>A passage in other words, which the author has not answered yet.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Before">The passage as it was then.</param>
/// <param name="After">What is proposed in its place.</param>
public sealed record RewriteProposed(Guid RunId, RunRequest Request, string Before, string After);

/// <summary>An attempt that did not end well.</summary>
/// <param name="Failure">Null when the program ended under it.</param>
public sealed record RewriteFailed(Guid RunId, RunRequest Request, StepFailure? Failure);
