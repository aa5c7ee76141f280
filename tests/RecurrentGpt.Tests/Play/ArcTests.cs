using RecurrentGpt.Play;

namespace RecurrentGpt.Tests.Play;

public sealed class ArcTests
{
    public static TheoryData<PlayLength> Lengths => [.. Enum.GetValues<PlayLength>()];

    [Theory]
    [InlineData(PlayLength.Short, 12)]
    [InlineData(PlayLength.Medium, 30)]
    [InlineData(PlayLength.Long, 80)]
    public void Next_TurnAfterTurn_EndsExactlyWithinTheLength(PlayLength length, int turns)
    {
        var played = Played(length, turns);

        Assert.Equal(Enumerable.Range(1, turns), played.Select(turn => turn.Number));
        Assert.All(played[..^1], turn => Assert.Equal(TurnKind.Action, turn.Kind));
        Assert.Equal(TurnKind.Ending, played[^1].Kind);
        Assert.Null(Arc.Next(played[^1], new PlaySettings()));
    }

    [Fact]
    public void Next_WithoutAnEnding_GoesOnUntilTheReaderAsksForOne()
    {
        var played = Played(PlayLength.Endless, 300);

        Assert.All(played, turn => Assert.Equal(TurnKind.Action, turn.Kind));
        Assert.Equal((TurnKind.Ending, 301), (Arc.Next(played[^1], new PlaySettings(), ends: true)!.Kind, Arc.Next(played[^1], new PlaySettings(), ends: true)!.Number));
    }

    [Theory]
    [InlineData(-5, 1, TurnKind.Action)]
    [InlineData(int.MinValue, 1, TurnKind.Action)]
    [InlineData(40, 41, TurnKind.Ending)]
    [InlineData(int.MaxValue, int.MaxValue, TurnKind.Ending)]
    public void Next_AfterANumberThatNoTurnHas_StaysWithinTheLength(int number, int next, TurnKind kind)
    {
        var turn = Arc.Next(new PlayTurn(TurnKind.Action, number, new PlaySettings { Length = PlayLength.Short }), new PlaySettings());

        Assert.Equal((kind, next), (turn!.Kind, turn.Number));
    }

    [Fact]
    public void Next_AfterTheSettingsWereChanged_KeepsTheArcsOwn()
    {
        var first = Arc.Next(null, Of(PlayLength.Short))!;

        Assert.Equal(PlayLength.Short, Arc.Next(first, Of(PlayLength.Long))!.Play.Length);
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Tension_OfEveryTurn_IsBetween1And10AndFallsByNoMoreThanABreath(PlayLength length)
    {
        var tensions = Played(length, Arc.Turns(length) ?? 120).Select(Arc.Tension).ToList();

        Assert.All(tensions, tension => Assert.InRange(tension, 1, 10));
        var falls = tensions.Zip(tensions.Skip(1), (one, next) => one - next);
        Assert.All(falls, fall => Assert.InRange(fall, -3, length == PlayLength.Endless ? 3 : 1));
    }

    [Theory]
    [InlineData(PlayLength.Short)]
    [InlineData(PlayLength.Medium)]
    [InlineData(PlayLength.Long)]
    public void Tension_OverAnArc_RisesToItsHeightInTheLastTurnsOnly(PlayLength length)
    {
        var played = Played(length, Arc.Turns(length)!.Value);
        var heights = played.Select(Arc.Tension).ToList();
        var half = heights.Count / 2;

        Assert.Equal(2, heights[0]);
        Assert.True(heights[..half].Average() + 2 < heights[half..].Average());
        Assert.All(heights[^3..], height => Assert.InRange(height, 9, 10));
        Assert.Equal(10, heights[^1]);
        Assert.True(heights.Zip(heights.Skip(1)).Count(pair => pair.Second < pair.First) >= 2, "An arc needs breaths.");
        Assert.DoesNotContain(heights[..(heights.Count * 3 / 4)], height => height >= 9);
        Assert.All(played[..^1].Where(turn => Arc.Tension(turn) >= 9), turn => Assert.Equal(ArcPhase.Crisis, Arc.Phase(turn)));
    }

    [Fact]
    public void Tension_WithoutAnEnding_GoesInWavesThatNeverBreak()
    {
        var heights = Played(PlayLength.Endless, 36).Select(Arc.Tension).ToList();

        Assert.Equal(heights[..12], heights[12..24]);
        Assert.Equal((3, 9), (heights.Min(), heights.Max()));
    }

    [Fact]
    public void Tension_BesideTheActions_IsLowAtAnEntryHighestAtAnEndingAndGoneAfterIt()
    {
        var entry = Arc.Entry(Of(PlayLength.Short));
        var ending = Arc.Next(entry, new PlaySettings(), ends: true)!;

        Assert.Equal((2, 10, 1), (Arc.Tension(entry), Arc.Tension(ending), Arc.Tension(Arc.Epilogue(ending)!)));
        Assert.Equal([ArcPhase.Entry, ArcPhase.Ending, ArcPhase.Epilogue], new[] { entry, ending, Arc.Epilogue(ending)! }.Select(Arc.Phase));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void Tension_OfANumberThatNoTurnHas_IsStillATension(int number) => Assert.All(Enum.GetValues<PlayLength>(), length =>
    {
        var turn = new PlayTurn(TurnKind.Action, number, Of(length));

        Assert.InRange(Arc.Tension(turn), 1, 10);
        Assert.True(Enum.IsDefined(Arc.Phase(turn)));
    });

    private static PlaySettings Of(PlayLength length) => new() { Length = length };

    private static List<PlayTurn> Played(PlayLength length, int turns)
    {
        var played = new List<PlayTurn>();
        for (var i = 0; i < turns; i++)
        {
            played.Add(Arc.Next(played.LastOrDefault(), Of(length))!);
        }

        return played;
    }
}
