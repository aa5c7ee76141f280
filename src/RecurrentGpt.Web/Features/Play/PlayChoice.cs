namespace RecurrentGpt.Web.Features.Play;

/// <summary>One of the actions that a reader is offered.</summary>
/// <param name="StepId">The step that offers it, so that a press that comes late chooses nothing of the next one.</param>
/// <param name="Number">From 1.</param>
public sealed record PlayChoice(Guid StepId, int Number, string Text);
