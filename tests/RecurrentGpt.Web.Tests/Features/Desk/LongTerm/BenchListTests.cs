using RecurrentGpt.Memory;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.LongTerm;

namespace RecurrentGpt.Web.Tests.Features.Desk.LongTerm;

public sealed class BenchListTests
{
    [Fact]
    public void Of_MoreThanAPage_IsTurnedAndStaysWithinItsPages()
    {
        var entries = Entries(BenchList.PageSize + 3);

        var first = BenchList.Of(entries, "", BenchOrder.Story, page: 0);
        var beyond = BenchList.Of(entries, "", BenchOrder.Story, page: 9);

        Assert.Equal((1, BenchList.PageSize), first.Range);
        Assert.Equal((1, 1), (first.LastPage, beyond.Page));
        Assert.Equal([51, 52, 53], beyond.Shown.Select(weighed => weighed.Entry.Number));
    }

    [Fact]
    public void Of_ByScore_PutsThoseWithoutOneLast()
    {
        WeighedEntry[] entries = [Weighed(1, null), Weighed(2, -0.5), Weighed(3, 0.5), Weighed(4, null)];

        var list = BenchList.Of(entries, "", BenchOrder.Score, page: 0);

        Assert.Equal([3, 2, 1, 4], list.Shown.Select(weighed => weighed.Entry.Number));
    }

    [Fact]
    public void Of_Nothing_HasOneEmptyPage()
    {
        Assert.Equal((0, 0, 0), (BenchList.Empty.Count, BenchList.Empty.Page, BenchList.Empty.LastPage));
    }

    private static WeighedEntry[] Entries(int count) => [.. Enumerable.Range(1, count).Select(number => Weighed(number, null))];

    private static WeighedEntry Weighed(int number, double? score) => new(Samples.Entry(number, $"entry {number}"), IsIndexed: score is not null, score);
}
