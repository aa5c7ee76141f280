using RecurrentGpt.Web.Features.Desk.Tree;

namespace RecurrentGpt.Web.Tests.Features.Desk.Tree;

public sealed class SvgWordsTests
{
    [Theory]
    [InlineData("She burns it", 12, "She burns it")]
    [InlineData("She burns it", 10, "She burns…")]
    [InlineData("她把它烧了", 6, "她把它…")]
    [InlineData("", 5, "")]
    [InlineData("ab😀cd", 3, "ab…")]
    public void Fit_Words_TakesNoMoreThanTheRoom(string text, int room, string fitted) => Assert.Equal(fitted, SvgWords.Fit(text, room));
}
