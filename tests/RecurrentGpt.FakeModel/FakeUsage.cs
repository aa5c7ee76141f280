namespace RecurrentGpt.FakeModel;

/// <summary>Tokens that a reply claims.</summary>
public sealed record FakeUsage(int Input, int Output, int Cached);
