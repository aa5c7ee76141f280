using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Features.Desk.Sent;

namespace RecurrentGpt.Web.Tests.Features.Desk.Sent;

public sealed class SentPartsTests
{
    public static TheoryData<string, int[], string[]> Kept => new()
    {
        { "abcdef", [1, 2, 3], ["a", "bc", "def"] },
        { "雪落在琴上。好。", [6, 2], ["雪落在琴上。", "好。"] },
        { "a😀b", [3, 1], ["a😀", "b"] },
        { "  \r\n x\n", [4, 0, 3], ["  \r\n", "", " x\n"] },
    };

    public static TheoryData<string, int[]> Unfit => new()
    {
        { "abc", [] },
        { "abc", [1, 1] },
        { "abc", [2, 2] },
        { "abc", [-1, 4] },
        { "abc", [int.MaxValue, int.MaxValue] },
        { "a😀b", [2, 2] },
        { "", [] },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void Of_PartsThatFit_AreTheMessageToTheLetter(string user, int[] lengths, string[] expected)
    {
        var parts = SentParts.Of(Exchange(user, lengths));

        Assert.Equal(expected, parts.Select(part => part.Text));
        Assert.All(parts, part => Assert.Equal(PartKind.Plan, part.Kind));
    }

    [Theory]
    [MemberData(nameof(Unfit))]
    public void Of_PartsThatWereNotKeptOrDoNotFit_IsTheWholeMessage(string user, int[] lengths)
    {
        var part = Assert.Single(SentParts.Of(Exchange(user, lengths)));

        Assert.Equal((user, null, "Whole"), (part.Text, part.Kind, part.Name));
    }

    private static Exchange Exchange(string user, int[] lengths) => new(ExchangePurpose.Step, "S", user, "R", "m", null, TimeSpan.Zero)
    {
        Parts = [.. lengths.Select(length => new SentPart(PartKind.Plan, length))],
    };
}
