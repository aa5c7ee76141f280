using Bunit;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.LongTerm;

namespace RecurrentGpt.Web.Tests.Features.Desk.LongTerm;

public sealed class IndexingLineTests : DeskContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private Guid StoryId => Store.Story.Id;

    private ScriptedEmbedder Embedder => (ScriptedEmbedder)Store.Models.Embedder;

    [Fact]
    public void Render_NothingMissing_IsEmptyAndSendsNothing()
    {
        var line = Draw();

        Assert.Empty(line.Markup.Trim());
        Assert.Empty(Embedder.Requests);
    }

    [Fact]
    public void Render_WhileItGoesOn_CountsAndVanishesAtTheEnd()
    {
        Miss();
        var answer = new TaskCompletionSource();
        Embedder.Before = (_, token) => answer.Task.WaitAsync(token);
        var line = Draw();
        line.WaitForAssertion(() => Assert.Equal("Indexing long-term memory: 1 of 2", line.Find("p").TextContent), Patience);
        var value = line.Find("progress").GetAttribute("value");

        answer.SetResult();

        line.WaitForAssertion(() => Assert.Empty(line.Markup.Trim()), Patience);
        Assert.Equal("1", value);
        Assert.NotNull(Store.Entries[^1].Vector);
    }

    [Fact]
    public async Task TryNow_ServerIsBack_FillsInWithoutWaiting()
    {
        Miss();
        Embedder.Failure = new StepFailure(FailureKind.Unreachable);
        var line = Draw();
        line.WaitForAssertion(() => Assert.Contains("does not answer", line.Find("[role=status]").TextContent, StringComparison.Ordinal), Patience);
        var said = line.Find("[role=status]").TextContent;
        Embedder.Failure = null;

        await PressAsync(line, "Try now");

        line.WaitForAssertion(() => Assert.Empty(line.Markup.Trim()), Patience);
        Assert.Contains("1 of 2 entries is not indexed yet.", said, StringComparison.Ordinal);
    }

    private void Miss() => Store.Entries = Store.Entries.Add(Samples.Entry(4, "A rope.", Store.Head.Id));

    private IRenderedComponent<IndexingLine> Draw() => Render<IndexingLine>(line => line.Add(part => part.StoryId, StoryId));
}
