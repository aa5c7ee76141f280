using RecurrentGpt.Memory;
using RecurrentGpt.Web.Features.Desk.LongTerm;

namespace RecurrentGpt.Web.Tests.Features.Desk.LongTerm;

public sealed class RecallGridTests
{
    [Fact]
    public void Of_AShortStory_HasAColumnForEachStepAndARowForEachEntry()
    {
        var grid = RecallGrid.Of([Use(4, 2), Use(5, 1), Use(5, 2)], lastStep: 6);

        Assert.Equal((1, 6, 6), (grid.FirstStep, grid.LastStep, grid.Columns));
        Assert.Equal([1, 2], grid.Entries);
        Assert.Equal([(3, 1), (4, 0), (4, 1)], grid.Cells.Select(cell => (cell.Column, cell.Row)));
    }

    [Fact]
    public void Of_ALongStory_ShowsOnlyItsWindow()
    {
        var uses = Enumerable.Range(2, 299).Select(step => Use(step, step - 1)).ToList();

        var latest = RecallGrid.Of(uses, lastStep: 300);
        var earlier = RecallGrid.Of(uses, lastStep: 220);

        Assert.Equal((221, 300, RecallGrid.Window), (latest.FirstStep, latest.LastStep, latest.Cells.Count));
        Assert.Equal(140, earlier.Entries[0]);
        Assert.Equal(220, earlier.Cells[^1].Use.Step);
    }

    [Fact]
    public void Strength_OfTheNearestAndTheFarthest_IsOneAndNone()
    {
        RecallUse[] uses = [Use(4, 1, 0.8), Use(4, 2, 0.9), Use(5, 3, 0.85), Use(5, 1, null)];

        var grid = RecallGrid.Of(uses, lastStep: 5);

        Assert.Equal([0, 1, 0.5, 1], uses.Select(use => Math.Round(grid.Strength(use), 6)));
    }

    private static RecallUse Use(int step, int entry, double? score = 0.5) => new(step, Guid.NewGuid(), Guid.NewGuid(), entry, score, RecallReason.Similar);
}
