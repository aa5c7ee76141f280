using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using Xunit.Abstractions;

namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>What belongs to one branch is never sent from another: every request of random trees is read for words that only another branch has; RECURRENTGPT_TREES asks for more of them.</summary>
public sealed class NoLeakTests(ITestOutputHelper output)
{
    private const int Parts = 10;

    public static TheoryData<int> AllParts => new(Enumerable.Range(0, Parts));

    [Theory]
    [MemberData(nameof(AllParts))]
    public async Task RandomTrees_NoRequest_HoldsAWordThatOnlyAnotherBranchHas(int part)
    {
        await using var world = await WordWorld.OpenAsync();
        var check = new LeakCheck(world.Chat, world.Embedder);
        var (steps, branches) = (0, 0);
        foreach (var number in Enumerable.Range(0, Draws.Trees).Where(number => number % Parts == part))
        {
            var die = new Random(number);
            var tree = await RandomTree.PlantAsync(world, check, die);
            await tree.GrowAsync(die.Next(5, 31), die.Next(2, 7));
            (steps, branches) = (steps + tree.Places.Count, branches + tree.Ends.Count);
            Assert.InRange(tree.Ends.Count, 2, 6);

            foreach (var place in new[] { tree.Ends[0], tree.Ends[^1], tree.Places[die.Next(tree.Places.Count)] })
            {
                await tree.UseAsync(place);
            }

            Assert.Empty(tree.Leaks);
        }

        output.WriteLine($"{steps} steps on {branches} branches, {world.Chat.Requests.Count} chat and {world.Embedder.Requests.Count} embedding requests, {check.Seen.Words} words in {check.Seen.Texts} texts");
        Assert.True(check.Seen.Words > check.Seen.Texts);
    }

    [Fact]
    public async Task ARecallThatForgetsAboutBranches_IsCaught()
    {
        await using var world = await WordWorld.OpenAsync(store => new AllBranchesStore(store));
        var tree = await RandomTree.PlantAsync(world, new LeakCheck(world.Chat, world.Embedder), new Random(1));
        await tree.GrowAsync(8, 3);
        world.Get<MemoryShelf>().Close(tree.Places[0].StoryId);

        await tree.UseAsync(tree.Ends[0]);

        Assert.Contains(tree.Leaks, leak => leak.Contains($"{PartNames.Recalled} =", StringComparison.Ordinal));
    }
}
