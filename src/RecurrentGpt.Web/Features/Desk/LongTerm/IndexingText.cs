namespace RecurrentGpt.Web.Features.Desk.LongTerm;

/// <summary>Names the resource that holds the words of the indexing line.</summary>
public sealed class IndexingText;
