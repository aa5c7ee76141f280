using RecurrentGpt.Recurrence;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Doubles;

/// <summary>Gives a scripted chat model as the one that the person has set; or fails as wrong settings do.</summary>
public sealed class ScriptedModels(ScriptedChat chat) : IModelSource
{
    public StepFailure? Failure { get; set; }

    /// <summary>Is told of everyone who asks for the models, and of how long they would wait.</summary>
    public Action<CancellationToken>? Asked { get; set; }

    public ValueTask<WritingModels> CurrentAsync(CancellationToken cancellationToken)
    {
        Asked?.Invoke(cancellationToken);
        return Failure is null ? ValueTask.FromResult(Samples.Models(chat)) : throw new ModelException(Failure);
    }
}
