using RecurrentGpt.Autopilot;
using RecurrentGpt.Offline;
using RecurrentGpt.Play;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Autopilot;

public sealed class PlayedStoryTests
{
    [Fact]
    public async Task StartAsync_OnAStoryThatIsPlayed_PlaysItToItsEndingAndNoFurther()
    {
        await using var flight = new TestFlight();
        var chat = new SampleWriter(new SampleWriterOptions { WordsPerSecond = 0 }, flight.Clock);
        flight.World.Models = flight.World.Models with { Chat = chat };
        flight.World.Story = flight.World.Story with
        {
            Card = Samples.Card with { Kind = StoryKind.InteractiveFiction },
            Settings = new StorySettings { ParagraphSentences = 6, Play = new PlaySettings { Length = PlayLength.Short } },
        };

        var end = await flight.RunAsync(TestFlight.Order(40));

        Assert.Equal((AutopilotState.Done, 12), (end.Record.State, end.Record.Spent.Steps));
        Assert.Equal(Enumerable.Range(1, 12), flight.World.Written.Select(run => run.Turn!.Number));
        Assert.Equal(TurnKind.Ending, flight.World.Head.Turn!.Kind);
        Assert.Empty(flight.World.Head.Plans);
        Assert.NotEqual("", flight.World.Head.ShortTermMemory);
        Assert.Equal(12, flight.World.Runs.Count);
    }

    [Fact]
    public async Task StartAsync_OnANovel_WritesStepsThatAreNoTurns()
    {
        await using var flight = new TestFlight().Replies(2);

        await flight.RunAsync(TestFlight.Order(2));

        Assert.All(flight.World.Written, run => Assert.Null(run.Turn));
    }
}
