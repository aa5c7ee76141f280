namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>Steps of one branch in a row, from the first on; a step by itself is a span of 1.</summary>
public sealed record TreeSpan(Guid FirstId, int Count);
