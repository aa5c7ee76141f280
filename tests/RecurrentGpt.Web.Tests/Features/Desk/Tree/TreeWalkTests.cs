using RecurrentGpt.Web.Features.Desk.Tree;
using static RecurrentGpt.Web.Tests.Features.Desk.Tree.TreeSamples;

namespace RecurrentGpt.Web.Tests.Features.Desk.Tree;

public sealed class TreeWalkTests
{
    // a - b - c - d
    //       \ e - f
    //       \ g
    private static readonly TreeLayout Layout = new(Grown("a ab bc cd be ef bg"), new HashSet<TreeSpan>());

    [Theory]
    [InlineData('b', "ArrowUp", 'a')]
    [InlineData('e', "ArrowUp", 'b')]
    [InlineData('b', "ArrowDown", 'c')]
    [InlineData('e', "ArrowDown", 'f')]
    [InlineData('c', "ArrowRight", 'e')]
    [InlineData('e', "ArrowRight", 'g')]
    [InlineData('g', "ArrowLeft", 'e')]
    [InlineData('e', "ArrowLeft", 'c')]
    [InlineData('d', "ArrowRight", 'f')]
    [InlineData('a', "ArrowRight", 'e')]
    [InlineData('f', "ArrowLeft", 'd')]
    [InlineData('f', "Home", 'a')]
    [InlineData('b', "End", 'd')]
    [InlineData('e', "End", 'f')]
    public void To_ByAKey_LeadsThere(char from, string key, char to) => Assert.Equal(to, Walk(from, key));

    [Theory]
    [InlineData('a', "ArrowUp")]
    [InlineData('d', "ArrowDown")]
    [InlineData('c', "ArrowLeft")]
    [InlineData('g', "ArrowRight")]
    [InlineData('b', "x")]
    public void To_WhereNothingIs_LeadsNowhere(char from, string key) => Assert.Null(Walk(from, key));

    private static char? Walk(char from, string key) => TreeWalk.To(Layout, Layout.Find(Id(from))!, key) is { } item ? Letter(item.First.Id) : null;
}
