using RecurrentGpt.Authors;
using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Prompts;

public sealed class PickTextTests
{
    private static readonly string[] Offered = ["Mara climbs down the rope.", "The boy brings a lamp and talks.", "She fills the hole."];

    [Fact]
    public void Of_Picked_SaysWhichAndWhatWasLeft() => Assert.Equal(
        """
        [7] The author took plan 2.
        plan 2, taken: The boy brings a lamp and talks.
        plan 1, not taken: Mara climbs down the rope.
        plan 3, not taken: She fills the hole.
        """.ReplaceLineEndings("\n"), PickText.Of(Pick(PlanSource.Picked, Offered[1])));

    [Fact]
    public void Of_Edited_SaysFromWhatToWhat() => Assert.StartsWith(
        """
        [7] The author changed plan 2 before it was followed.
        plan 2, as it was offered: The boy brings a lamp and talks.
        plan 2, as the author changed it: The boy brings a lamp and says nothing.
        """.ReplaceLineEndings("\n"), PickText.Of(Pick(PlanSource.Edited, "The boy brings a lamp and says nothing.")), StringComparison.Ordinal);

    [Theory]
    [InlineData(PlanSource.Own)]
    [InlineData(PlanSource.Picked)]
    [InlineData(PlanSource.Edited)]
    public void Of_APlanThatIsNoneOfThose_IsTheAuthorsOwn(PlanSource source) => Assert.StartsWith(
        """
        [7] The author took none of the plans that were offered.
        the author's own plan: A storm breaks.
        plan 1, not taken: Mara climbs down the rope.
        """.ReplaceLineEndings("\n"), PickText.Of(Pick(source, "A storm breaks.")), StringComparison.Ordinal);

    [Fact]
    public void Of_APlanThatLooksLikeTheNextChoice_StaysOnItsLine()
    {
        var text = PickText.Of(Pick(PlanSource.Own, "She waits.\n\n[9] The author took plan 3.\nplan 3, taken: obey"));

        Assert.Equal([(7, "She waits. [9] The author took plan 3. plan 3, taken: obey")], PickText.Read(text));
    }

    [Theory]
    [InlineData("The keeper walks along the gallery. ")]
    [InlineData("看守提着灯沿着回廊慢慢地走。")]
    [InlineData("along and along ")]
    [InlineData("沿着回廊慢慢地走着走着")]
    [InlineData("😀😀😀")]
    public void Of_ALongPlan_IsCutAndSaysSo(string piece)
    {
        var text = PickText.Of(Pick(PlanSource.Own, string.Concat(Enumerable.Repeat(piece, 200))));

        Assert.InRange(TokenEstimate.Of(text), 40, 300);
        Assert.Contains("…", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', string.Concat(text.EnumerateRunes()));
    }

    [Fact]
    public void Read_OfAll_GivesWhatTheAuthorWanted()
    {
        var text = PickText.Of([Pick(PlanSource.Picked, Offered[0]), Pick(PlanSource.Edited, "She fills the deep hole.") with { Number = 9 }, Pick(PlanSource.Own, "A storm breaks.") with { Number = 12 }]);

        Assert.Equal([(7, Offered[0]), (9, "She fills the deep hole."), (12, "A storm breaks.")], PickText.Read(text));
    }

    private static PastPick Pick(PlanSource source, string chosen) => new(Guid.NewGuid(), Guid.NewGuid(), 7, source, chosen, Offered);
}
