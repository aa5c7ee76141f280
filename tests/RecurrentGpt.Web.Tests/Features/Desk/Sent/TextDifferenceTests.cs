using RecurrentGpt.Web.Features.Desk.Sent;

namespace RecurrentGpt.Web.Tests.Features.Desk.Sent;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("Mara is alone.", "Mara is not alone.", "Mara is ", "", "not ", "alone.")]
    [InlineData("aa", "aaa", "aa", "", "a", "")]
    [InlineData("", "new", "", "", "new", "")]
    [InlineData("雪落在琴上", "雪落在海上", "雪落在", "琴", "海", "上")]
    [InlineData("x😀y", "x😁y", "x", "😀", "😁", "y")]
    [InlineData("😀", "🈀", "", "😀", "🈀", "")]
    [InlineData("same", "same", "same", "", "", "")]
    public void Of_TwoTexts_GivesWhatDiffersAndBothTextsWhole(string held, string sent, string start, string only, string other, string end)
    {
        var difference = TextDifference.Of(held, sent);

        Assert.Equal(new TextDifference(start, only, other, end), difference);
        Assert.Equal((held, sent), (start + only + end, start + other + end));
    }
}
