namespace RecurrentGpt.Faults;

/// <summary>The trial itself cannot go on; what it was to break is not to blame, or cannot be asked.</summary>
internal sealed class TrialBrokenException(string message) : Exception(message);
