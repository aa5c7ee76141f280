using RecurrentGpt.Web.Features.Desk.Tree;
using static RecurrentGpt.Web.Tests.Features.Desk.Tree.TreeSamples;

namespace RecurrentGpt.Web.Tests.Features.Desk.Tree;

public sealed class TreeLayoutTests
{
    private static readonly HashSet<TreeSpan> NoneOpened = [];

    [Theory]
    [InlineData("a ab bc", "a0 b0 c0")]
    [InlineData("a ab ac", "a0 b0 c1")]
    [InlineData("a ab ac ad", "a0 b0 c1 d2")]
    [InlineData("a ab ac bd be", "a0 b0 c2 d0 e1")] // the lower fork is nearer
    public void Columns_OfATree_PutLowerBranchesNearer(string steps, string columns)
    {
        var layout = new TreeLayout(Grown(steps), NoneOpened);

        Assert.Equal(columns.Split(' ').Order(), layout.Items.Select(item => $"{Letter(item.First.Id)}{item.Column}").Order());
    }

    [Fact]
    public void Rows_OfEveryStep_AreOneBelowTheParent()
    {
        var layout = new TreeLayout(Grown("a ab bc bd de ef bg gh hi ij"), NoneOpened);

        Assert.All(layout.Edges, edge => Assert.Equal(edge.From.Row + 1, edge.To.Row));
        Assert.Equal(layout.Items.Count - 1, layout.Edges.Count);
    }

    [Fact]
    public void Items_InOrder_HangABranchUnderTheStepItLeaves()
    {
        var layout = new TreeLayout(Grown("a ab bc bd de df"), NoneOpened);

        Assert.Equal("abdfec".Order(), layout.Items.Select(item => Letter(item.First.Id)).Order());
        Assert.Equal("abdfec", string.Concat(layout.Items.Select(item => Letter(item.First.Id))));
    }

    [Fact]
    public void Edges_OnThePathToTheHead_AreTheWay()
    {
        var layout = new TreeLayout(Grown("a ab bc bd", head: 'd'), NoneOpened);

        Assert.Equal("bd", string.Concat(layout.Edges.Where(edge => edge.IsWay).Select(edge => Letter(edge.To.First.Id))));
    }

    [Fact]
    public void Lines_OfRandomTrees_NeverCrossAndNothingIsDrawnTwiceInOnePlace()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var layout = new TreeLayout(RandomTrees.Grow(random, random.Next(2, 120)), NoneOpened);

            Assert.Equal(layout.Items.Count, layout.Items.Select(item => (item.Column, item.Row)).Distinct().Count());
            Assert.All(layout.Edges.Where(edge => edge.From.Column != edge.To.Column), edge => Assert.DoesNotContain(
                layout.Items, item => item.Row == edge.From.Row && item.Column > edge.From.Column && item.Column <= edge.To.Column));
        }
    }

    [Fact]
    public void Fold_OfALongStory_ReadsAtAGlance()
    {
        var layout = new TreeLayout(RandomTrees.Line(5_000), NoneOpened);

        Assert.Equal([1, 4_998, 1], layout.Items.Select(item => item.Count));
        Assert.Equal((2, 4_999), (layout.Items[1].First.Number, layout.Items[1].LastNumber));
    }

    [Fact]
    public void Fold_Opened_ReachesEveryStepOfThousandsInThree()
    {
        var tree = RandomTrees.Line(5_000);
        var opened = new HashSet<TreeSpan>();
        for (var i = 0; i < 3; i++)
        {
            opened.Add(new TreeLayout(tree, opened).Items.First(item => item.IsFold && item.First.Number <= 2_345 && 2_345 <= item.LastNumber).Span);
        }

        var layout = new TreeLayout(tree, opened);

        Assert.NotNull(layout.Find(tree.Branches[0].Steps[2_344].Id));
        Assert.True(layout.Items.Count < 80);
        Assert.Equal(5_000, layout.Items.Sum(item => item.Count));
    }

    [Fact]
    public void Fold_OfRandomTrees_HidesNeitherForksNorTipsNorTheHead()
    {
        var random = new Random(8);
        for (var i = 0; i < 100; i++)
        {
            var tree = RandomTrees.Grow(random, 200);

            var layout = new TreeLayout(tree, NoneOpened);

            Assert.Equal(200, layout.Items.Sum(item => item.Count));
            Assert.NotNull(layout.Find(tree.Head!.Id));
            Assert.All(tree.Branches, branch => Assert.NotNull(layout.Find(branch.Tip.Id)));
        }
    }

    [Fact]
    public void Fold_AFewChapters_KeepsWhereTheyBegin()
    {
        var tree = RandomTrees.Line(100, node => node.Number == 50 ? node with { Chapter = "The shore" } : node);

        var layout = new TreeLayout(tree, NoneOpened);

        Assert.Equal([1, 50, 100], layout.Items.Where(item => !item.IsFold).Select(item => item.First.Number));
    }
}
