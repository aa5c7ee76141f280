namespace RecurrentGpt.Recurrence.Coverage;

/// <summary>A term that tells something.</summary>
/// <param name="Text">Its one form.</param>
/// <param name="IsDeed">Whether it is a verb: whether something is done says more than of whom it is told.</param>
internal readonly record struct PlotTerm(string Text, bool IsDeed);
