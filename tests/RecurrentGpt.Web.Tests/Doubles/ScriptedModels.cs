using RecurrentGpt.Recurrence;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Doubles;

/// <summary>Gives a scripted chat model as the one that the person has set; or fails as wrong settings do.</summary>
public sealed class ScriptedModels(ScriptedChat chat) : IModelSource
{
    public StepFailure? Failure { get; set; }

    public ValueTask<WritingModels> CurrentAsync(CancellationToken cancellationToken) =>
        Failure is null ? ValueTask.FromResult(Samples.Models(chat)) : throw new ModelException(Failure);
}
