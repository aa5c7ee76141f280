using RecurrentGpt.Memory;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>Makes the looks at what plans would recall, one for each box.</summary>
public sealed class PlanRecalls(StepPreviews previews, MemoryShelf shelf, TimeProvider clock, ILogger<PlanRecall> logger)
{
    /// <param name="changed">Called from any thread when there is something new to show.</param>
    public PlanRecall New(Action changed) => new(previews, shelf, clock, changed, logger);
}
