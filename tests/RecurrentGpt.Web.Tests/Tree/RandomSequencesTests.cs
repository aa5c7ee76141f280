using System.Diagnostics;
using Xunit.Abstractions;

namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>
/// Random sequences of all that an author can do to a story, on real SQLite, seen to leave what a plain model of the tree leaves: 400 of them, and
/// as many as RECURRENTGPT_SEQUENCES says where it is set; 10,000 take four minutes. RECURRENTGPT_SEED draws other ones.
/// </summary>
public sealed class RandomSequencesTests(ITestOutputHelper output)
{
    private const int Parts = 10;
    private const int OneInRestarts = 33;
    private const int EnoughForAll = 50;

    /// <summary>In parts, so that none of them is long, and each on two databases: while one waits for the disk the other works.</summary>
    public static TheoryData<int> AllParts => new(Enumerable.Range(0, Parts));

    [Theory]
    [MemberData(nameof(AllParts))]
    public async Task RandomSequences_LeaveWhatThePlainModelLeaves(int part)
    {
        var began = Stopwatch.GetTimestamp();
        int[] numbers = [.. Enumerable.Range(0, Draws.Sequences).Where(number => number % Parts == part)];
        var halves = numbers.Chunk((numbers.Length + 1) / 2).Select(half => Task.Run(() => RunAsync(half)));

        var tally = TreeTally.Sum(await Task.WhenAll(halves));

        output.WriteLine($"{tally}, in {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s");
        Assert.Equal(numbers.Length, tally.Sequences);

        // A few sequences cannot have all moves in them.
        Assert.True(numbers.Length < EnoughForAll || !tally.NeverMade.Any(), string.Join(", ", tally.NeverMade));
    }

    private static async Task<TreeTally> RunAsync(int[] numbers)
    {
        var tally = new TreeTally();
        await using var desk = await TreeDesk.OpenAsync();
        foreach (var number in numbers)
        {
            var sequence = TreeSequence.Draw(Draws.Seed + number, restarts: number % OneInRestarts == 0);
            await RunAsync(desk, sequence);
            tally.Count(sequence);
        }

        return tally;
    }

    private static async Task RunAsync(TreeDesk desk, TreeSequence sequence)
    {
        try
        {
            await sequence.RunAsync(desk);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException(await sequence.TellAsync(desk, failure), failure);
        }
    }
}
