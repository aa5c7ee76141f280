using RecurrentGpt.Memory;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Memory;

public sealed class MemoryShelfTests
{
    private static readonly Guid StoryId = Guid.NewGuid();

    private readonly MemoryShelf _shelf = new();
    private int _reads;

    [Fact]
    public async Task OpenAsync_ASecondTime_ReadsOnce()
    {
        var first = await OpenAsync(StoryId);

        var second = await OpenAsync(StoryId);

        Assert.Same(first, second);
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task OpenAsync_TwiceAtOnce_IsOneMemory()
    {
        var entries = new TaskCompletionSource<IReadOnlyList<MemoryEntry>>();
        var first = _shelf.OpenAsync(StoryId, "letters", (_, _) => entries.Task, CancellationToken.None);
        var second = _shelf.OpenAsync(StoryId, "letters", (_, _) => entries.Task, CancellationToken.None);

        entries.SetResult([]);

        Assert.Same(await first, await second);
        Assert.Same(await first, _shelf.Find(StoryId));
    }

    [Fact]
    public async Task OpenAsync_InAnotherSpace_ReadsAnew()
    {
        await OpenAsync(StoryId);

        var other = await OpenAsync(StoryId, "other");

        Assert.Same(other, _shelf.Find(StoryId));
        Assert.Equal(("other", 2), (other.EmbeddingModel, _reads));
    }

    [Fact]
    public async Task OpenAsync_OfANinthStory_ClosesTheOneUsedLongestAgo()
    {
        Guid[] stories = [.. Enumerable.Range(0, 8).Select(_ => Guid.NewGuid())];
        foreach (var story in stories)
        {
            await OpenAsync(story);
        }

        await OpenAsync(stories[0]);
        await OpenAsync(StoryId);

        Assert.NotNull(_shelf.Find(stories[0]));
        Assert.Null(_shelf.Find(stories[1]));
    }

    [Fact]
    public async Task Change_WhileTheStoryIsRead_IsInWhatIsOpened()
    {
        var entries = new TaskCompletionSource<IReadOnlyList<MemoryEntry>>();
        var opening = _shelf.OpenAsync(StoryId, "letters", (_, _) => entries.Task, CancellationToken.None);
        var fresh = Samples.Entry(1, "fresh");

        _shelf.Change(StoryId, memory => memory.Put(fresh));
        entries.SetResult([]);
        var memory = await opening;

        Assert.Equal([fresh], memory.Path(fresh.StepId));
    }

    [Fact]
    public async Task Change_OfAnotherStory_ChangesNothing()
    {
        var memory = await OpenAsync(StoryId);

        _shelf.Change(Guid.NewGuid(), other => other.Put(Samples.Entry(1, "fresh")));

        Assert.Equal(0, memory.Count);
    }

    [Fact]
    public async Task OpenAsync_ReadingFails_LeavesNothingOpen()
    {
        await Assert.ThrowsAsync<IOException>(() => _shelf.OpenAsync(StoryId, "letters", (_, _) => throw new IOException(), CancellationToken.None));

        Assert.Null(_shelf.Find(StoryId));
        Assert.Equal(0, (await OpenAsync(StoryId)).Count);
    }

    private Task<LongTermMemory> OpenAsync(Guid storyId, string space = "letters") => _shelf.OpenAsync(
        storyId,
        space,
        (_, _) =>
        {
            _reads++;
            return Task.FromResult<IReadOnlyList<MemoryEntry>>([]);
        },
        CancellationToken.None);
}
