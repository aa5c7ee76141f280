using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Tree;
using static RecurrentGpt.Web.Tests.Features.Desk.Tree.TreeSamples;

namespace RecurrentGpt.Web.Tests.Features.Desk.Tree;

public sealed class StoryTreeTests
{
    [Fact]
    public void Branches_Empty_AreNone()
    {
        var tree = new StoryTree([], null);

        Assert.Empty(tree.Branches);
        Assert.Null(tree.Head);
    }

    [Theory]
    [InlineData("a ab bc", "abc")]
    [InlineData("a ab ac", "ab c")]
    [InlineData("a ab bc bd ae df", "abc df e")]
    [InlineData("a ab bc ad de bf ag", "abc de f g")]
    public void Branches_OfATree_GoOnAlongFirstChildrenInTheOrderOfMaking(string steps, string branches) =>
        Assert.Equal(branches.Split(' '), Branches(Grown(steps)));

    [Fact]
    public void Branch_OfABranch_KnowsItsPlaceItsTipAndItsWords()
    {
        var tree = Grown("a ab bc bd df dg");

        var (second, third) = (tree.Branches[1], tree.Branches[2]);

        Assert.Equal((2, 2, 'd', 'f', 40), (second.Ordinal, second.Level, Letter(second.First.Id), Letter(second.Tip.Id), second.Words));
        Assert.Equal((3, 3, 'g'), (third.Ordinal, third.Level, Letter(third.First.Id)));
        Assert.Equal(second, tree.BranchOf(Id('f')));
        Assert.Equal(second.Tip.WrittenAt, second.ChangedAt);
    }

    [Fact]
    public void Branch_Named_HasTheNameOfTheStepItBeginsWith()
    {
        var tree = Grown("a ab ac", change: (letter, node) => letter == 'c' ? node with { BranchName = "She burns it" } : node);

        Assert.Equal(["", "She burns it"], tree.Branches.Select(branch => branch.Name));
    }

    [Fact]
    public void Way_OfTheHead_IsItsPath() =>
        Assert.Equal("abd", string.Concat(Grown("a ab bc bd df", head: 'd').Way.Select(Letter).Order()));

    [Fact]
    public void CanStandOn_OpeningParagraphsBeforeItsLast_IsFalse()
    {
        var tree = Grown("a ab bc cd", change: (letter, node) => letter < 'd' ? node with { Source = PlanSource.Opening } : node);

        Assert.Equal("cd", string.Concat("abcd".Where(letter => tree.CanStandOn(tree.Find(Id(letter))!))));
    }
}
