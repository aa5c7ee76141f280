using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

/// <summary>A model setting that cannot be used.</summary>
/// <param name="Name">The setting's name, as in <see cref="ModelSettings"/>.</param>
/// <param name="Kind">How a run that met it would fail.</param>
/// <param name="Reason">What is wrong, in a sentence.</param>
public sealed record ModelProblem(string Name, FailureKind Kind, string Reason);
