using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Features.Desk.LongTerm;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Kept;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Tests.Features.Desk.LongTerm;

public sealed class BenchDialogTests : DeskContext, IAsyncLifetime
{
    private readonly List<Guid?> _sent = [];
    private TestBench _test = null!;

    public async Task InitializeAsync()
    {
        _test = await TestBench.OpenAsync();
        Services.AddSingleton(_test.Bench);
        Services.AddSingleton(_test.Indexer).AddOwn<IndexingDesk>();
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await _test.DisposeAsync();
        await DisposeAsync();
    }

    [Fact]
    public void Render_BeforeTheOpening_TeachesWhatWillBeHere()
    {
        var dialog = Draw(DeskSamples.Empty);

        Assert.Contains("Each paragraph leaves a summary here", dialog.Markup, StringComparison.Ordinal);
        Assert.Empty(dialog.FindAll("li"));
    }

    [Fact]
    public void Render_Entries_ShowsThemWithTheirUseAndNoScore()
    {
        var dialog = Draw(_test.View);

        Assert.Equal(5, Rows(dialog).Count);
        Assert.Contains("5 entries", dialog.Find(".count").TextContent, StringComparison.Ordinal);
        Assert.Equal(["2", "3", "4", "5"], Rows(dialog)[0].QuerySelectorAll(".used button").Select(button => button.TextContent));
        Assert.Contains("last in 5", Rows(dialog)[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("never recalled", Rows(dialog)[1].TextContent, StringComparison.Ordinal);
        Assert.Empty(dialog.FindAll("meter"));
    }

    [Fact]
    public async Task Search_Words_ShowsTheEntriesThatHaveThem()
    {
        var dialog = Draw(_test.View);

        await dialog.InvokeAsync(() => dialog.Find("#bench-search").Input("rope"));
        var found = (Rows(dialog).Count, dialog.Find(".count").TextContent.Trim());
        await dialog.InvokeAsync(() => dialog.Find("#bench-search").Input("dragon"));
        var nothing = dialog.Find(".nothing").TextContent;
        await PressAsync(dialog, "Show all");

        Assert.Equal((2, "2 of 5 entries"), found);
        Assert.Contains("No entry has all these words.", nothing, StringComparison.Ordinal);
        Assert.Equal(5, Rows(dialog).Count);
    }

    [Fact]
    public async Task Choose_APlan_MarksWhatWouldBeSentAndWhy()
    {
        var dialog = Draw(_test.View);

        await dialog.InvokeAsync(() => dialog.FindAll("input[type=radio]")[1].Change(true));

        dialog.WaitForAssertion(() => Assert.Equal(4, dialog.FindAll("li.sent").Count));
        Assert.Equal(5, dialog.FindAll("meter").Count);
        Assert.Contains("would be sent: near the plan", dialog.Find("li.sent").TextContent, StringComparison.Ordinal);
        Assert.Contains("not sent: its paragraph is in the prompt itself", Row(dialog, 5).TextContent, StringComparison.Ordinal);
        Assert.Equal("Mara cuts the rope.", dialog.Find(".plan").TextContent);
    }

    [Fact]
    public async Task Choose_WhenTheEmbeddingFails_SaysWhyAndShowsNoScore()
    {
        var dialog = Draw(_test.View);
        _test.Embedder.Failure = new StepFailure(FailureKind.Unreachable);

        await dialog.InvokeAsync(() => dialog.FindAll("input[type=radio]")[1].Change(true));

        dialog.WaitForAssertion(() => Assert.Contains("There are no scores.", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        dialog.WaitForAssertion(() => Assert.Contains("would be sent: one of the latest", dialog.Markup, StringComparison.Ordinal));
        Assert.Empty(dialog.FindAll("meter"));
    }

    [Fact]
    public async Task Edit_Save_StoresItAndOffersTheModelsText()
    {
        _test.Embedder.Failure = new StepFailure(FailureKind.Unreachable);
        var dialog = Draw(_test.View);

        await PressAsync(dialog, "Edit entry 2");
        await dialog.InvokeAsync(() => dialog.Find("textarea").Input("The lamp goes out for ever."));
        await PressAsync(dialog, "Save");

        dialog.WaitForAssertion(() => Assert.Contains("edited", Row(dialog, 2).TextContent, StringComparison.Ordinal));
        Assert.Contains("not indexed", Row(dialog, 2).TextContent, StringComparison.Ordinal);
        Assert.Equal("The lamp goes out for ever.", (await _test.EntryAsync(2)).Text);
        await PressAsync(dialog, "Restore entry 2 to the model's text");
        dialog.WaitForAssertion(() => Assert.Contains("The lamp goes out.", Row(dialog, 2).TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Edit_Saved_IsShownAsIndexedOnceItIs()
    {
        var dialog = Draw(_test.View);

        await _test.Entries.SaveAsync(_test.Steps[1].Id, "The lamp goes out for ever.", version: 0);

        dialog.WaitForAssertion(() => Assert.Contains("The lamp goes out for ever.", Row(dialog, 2).TextContent, StringComparison.Ordinal));
        await _test.UntilIndexedAsync();
        dialog.WaitForAssertion(() => Assert.DoesNotContain("not indexed", Row(dialog, 2).TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Edit_AnotherTabWasFirst_ShowsBothTexts()
    {
        var dialog = Draw(_test.View);
        await PressAsync(dialog, "Edit entry 2");
        await dialog.InvokeAsync(() => dialog.Find("textarea").Input("My text."));
        await _test.Entries.SaveAsync(_test.Steps[1].Id, "Their text.", version: 0);

        await PressAsync(dialog, "Save");

        dialog.WaitForAssertion(() => Assert.Equal("Their text.", dialog.Find("blockquote").TextContent));
        Assert.Equal("My text.", dialog.Find("textarea").GetAttribute("value"));
        Assert.Contains("Save mine over it", Names(dialog));
    }

    [Fact]
    public async Task Edit_KeptFromBeforeAnotherWasStored_ShowsBothTexts()
    {
        var dialog = Draw(_test.View);
        await PressAsync(dialog, "Edit entry 2");
        var stored = dialog.Find("textarea").GetAttribute("value");

        await dialog.InvokeAsync(() => dialog.Find("textarea").TriggerEventAsync("onkept", new KeptTextEventArgs { Text = "What was kept." }));

        Assert.Equal((stored, "What was kept."), (dialog.Find("blockquote").TextContent, dialog.Find("textarea").GetAttribute("value")));
    }

    [Fact]
    public async Task Edit_ClosedBeforeItWasSaved_IsThereWhenOpenedAgain()
    {
        var dialog = Draw(_test.View);
        await PressAsync(dialog, "Edit entry 2");
        await dialog.InvokeAsync(() => dialog.Find("textarea").Input("Half a thought"));

        await DisposeComponentsAsync();
        var again = Draw(_test.View);

        Assert.Equal("Half a thought", again.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public async Task PinAndBan_ShowTheirBadgesAndTheBudget()
    {
        var dialog = Draw(_test.View);

        await PressAsync(dialog, "Pin entry 2: always send it");
        dialog.WaitForAssertion(() => Assert.Contains("pinned", Row(dialog, 2).TextContent, StringComparison.Ordinal));
        await PressAsync(dialog, "Ban entry 3: never send it");
        dialog.WaitForAssertion(() => Assert.Contains("banned", Row(dialog, 3).TextContent, StringComparison.Ordinal));

        Assert.Contains("Pinned entries take 5 of 600 tokens", dialog.Find(".budget").TextContent, StringComparison.Ordinal);
        Assert.Contains("Unpin entry 2", Names(dialog));
        Assert.Contains("Allow entry 3 again", Names(dialog));
    }

    [Fact]
    public async Task Pinned_MoreThanFits_IsNamed()
    {
        await _test.Entries.SaveAsync(_test.Steps[0].Id, new string('x', 2_400), version: 0);
        await _test.Entries.PinAsync(_test.Steps[0].Id, isPinned: true);
        await _test.Entries.PinAsync(_test.Steps[2].Id, isPinned: true);

        var dialog = Draw(_test.View);

        Assert.Contains("Pinned entries take 600 of 600 tokens", dialog.Find(".budget").TextContent, StringComparison.Ordinal);
        Assert.Contains("No room for 3: not sent", dialog.Find(".budget").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UsedIn_AStep_OpensWhatWasSentThere()
    {
        var dialog = Draw(_test.View);

        await PressAsync(dialog, "What was sent for paragraph 3");

        Assert.Equal([_test.Steps[2].RunId], _sent);
    }

    [Fact]
    public async Task Map_ACell_OpensWhatWasSentThere()
    {
        var dialog = Draw(_test.View);

        await PressAsync(dialog, "Recall map");
        await dialog.InvokeAsync(() => dialog.FindAll(".cell")[1].Click());
        var cells = dialog.FindAll(".cell");

        Assert.Equal(4, cells.Count);
        Assert.Equal(
            ["For paragraph 2, entry 1: near the plan, 0.50", "For paragraph 4, entry 1: near the plan", "For paragraph 5, entry 1: pinned, 0.50"],
            new[] { cells[0], cells[2], cells[3] }.Select(cell => cell.GetAttribute("aria-label")));
        Assert.Equal(["-1", "-1", "-1", "0"], cells.Select(cell => cell.GetAttribute("tabindex")));
        Assert.NotNull(cells[3].QuerySelector("path.pinned"));
        Assert.Equal([_test.Steps[2].RunId], _sent);
    }

    [Fact]
    public async Task Map_AsAList_SaysTheSame()
    {
        var dialog = Draw(_test.View);

        await PressAsync(dialog, "Recall map");

        Assert.Equal(
            ["Paragraph 2 entry 1 (0.50)", "Paragraph 3 entry 1 (0.50)", "Paragraph 4 entry 1 (near the plan)", "Paragraph 5 entry 1 (pinned)"],
            dialog.FindAll("details li").Select(item => string.Join(' ', item.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }

    private static IReadOnlyList<IElement> Rows(IRenderedComponent<BenchDialog> dialog) => dialog.FindAll("ol > li");

    private static IElement Row(IRenderedComponent<BenchDialog> dialog, int number) => dialog.Find($"ol > li[aria-label='Entry {number}']");

    private IRenderedComponent<BenchDialog> Draw(DeskView view)
    {
        var dialog = Render<BenchDialog>(part => part
            .Add(bench => bench.View, view)
            .Add(bench => bench.OnSent, runId => _sent.Add(runId)));
        dialog.WaitForAssertion(() => Assert.DoesNotContain("Reading long-term memory", dialog.Markup, StringComparison.Ordinal));
        return dialog;
    }
}
