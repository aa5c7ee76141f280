using RecurrentGpt.Lookahead;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Storage.Entities;

/// <summary>What one model has written ahead in one story, in all. The texts that were dropped are not kept: three in a step would be most of the database.</summary>
public sealed class AheadRow
{
    public required Guid StoryId { get; init; }

    /// <summary>The model, by its own name.</summary>
    public required string Model { get; init; }

    public int Taken { get; set; }

    public int Kept { get; set; }

    public int Dropped { get; set; }

    /// <summary>Of those that were dropped, as the two below.</summary>
    public long InputTokens { get; set; }

    public long OutputTokens { get; set; }

    public long CachedTokens { get; set; }

    public void Add(AheadSpent spent)
    {
        Taken += spent.Taken;
        Kept += spent.Kept;
        Dropped += spent.Dropped;
        InputTokens += spent.Unused.Input;
        OutputTokens += spent.Unused.Output;
        CachedTokens += spent.Unused.Cached;
    }

    public AheadSpent ToSpent() => new(Model, Taken, Kept, Dropped, new TokenUsage(InputTokens, OutputTokens, CachedTokens));
}
