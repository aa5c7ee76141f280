using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Storage.Search;

/// <summary>A paragraph that was found.</summary>
/// <param name="StoryId">Its story.</param>
/// <param name="Title">The story's title; empty when it has none.</param>
/// <param name="Kind">Whether the story is played.</param>
/// <param name="StepId">Its step.</param>
/// <param name="Number">Its number in the story, from 1.</param>
/// <param name="Excerpt">A few lines with what was searched for.</param>
public sealed record FoundParagraph(Guid StoryId, string Title, StoryKind Kind, Guid StepId, int Number, IReadOnlyList<ExcerptPiece> Excerpt);

/// <summary>What was found by its words.</summary>
/// <param name="Paragraphs">The paragraphs, those written or changed last first.</param>
/// <param name="HasMore">Whether there are more than are shown.</param>
/// <param name="Unread">How many of the person's paragraphs were not looked at, since they have not been read yet.</param>
public sealed record WordsFound(IReadOnlyList<FoundParagraph> Paragraphs, bool HasMore, int Unread);
