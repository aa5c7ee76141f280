using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Sent;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Desk.TimeTravel;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.TimeTravel;

public sealed class AsItWasDialogTests : DeskContext, IAsyncLifetime
{
    private readonly List<Guid> _continued = [];
    private TestDatabase _database = null!;
    private Step _last = null!;
    private Step _fourth = null!;
    private Step _fifth = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _last = (await _database.AddOpeningAsync((await _database.AddStoryAsync()).Id))[^1];
        _fourth = await _database.AddStepAsync(_last, "Four, as written.");
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        _fifth = await _database.AddStepAsync(_fourth, "Five.");
        var readers = _database.Services.GetRequiredService<IDbContextFactory<WritingDb>>();
        Services.AddSingleton(new TimeTravelStore(readers)).AddSingleton(new SentStore(readers));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Render_AnEditedStep_ShowsWhatWasWrittenAndTheTextOfTodayOnRequest()
    {
        _database.Clock.Advance(TimeSpan.FromMinutes(1));
        await _database.Drafts.SaveParagraphAsync(_fourth.Id, "Four, edited.", 0);
        var dialog = await DrawAsync(_fourth.Id);

        Assert.Equal("Four, as written.", Prose(dialog, 4));
        Assert.Contains("The paragraph was edited since.", Article(dialog, 4).TextContent, StringComparison.Ordinal);
        await PressAsync(dialog, "As it is now: paragraph 4");
        Assert.Equal("Four, edited.", Prose(dialog, 4));
        await PressAsync(dialog, "As it is now: paragraph 4");

        Assert.Equal("Four, as written.", Prose(dialog, 4));
        Assert.Single(dialog.FindAll("article .since"));
    }

    [Fact]
    public async Task Turn_EarlierAndLaterAndKeys_GoesAlongThePath()
    {
        var dialog = await DrawAsync(_fourth.Id);

        await PressAsync(dialog, "Later paragraph");
        Assert.Equal("As it was: paragraph 5", dialog.Find("h2").TextContent);
        Assert.True(Button(dialog, "Later paragraph").HasAttribute("disabled"));
        dialog.Find(".bar").KeyDown("ArrowLeft");
        dialog.Find(".bar").KeyDown("ArrowLeft");

        dialog.WaitForAssertion(() => Assert.Equal("As it was: paragraph 3", dialog.Find("h2").TextContent));
        Assert.Equal(["1", "2", "3"], dialog.FindAll("article .number").Select(number => number.TextContent));
    }

    [Fact]
    public async Task Tabs_EachPart_IsShown()
    {
        var dialog = await DrawAsync(_fifth.Id);

        Assert.Contains("Memory after: Five.", Panel(dialog), StringComparison.Ordinal);
        await PressAsync(dialog, "Plans");
        Assert.Contains("Go down to the shore.", Panel(dialog), StringComparison.Ordinal);
        Assert.Contains("One of the three that were offered, word for word.", Panel(dialog), StringComparison.Ordinal);
        Assert.Contains("She rows out.", Panel(dialog), StringComparison.Ordinal);
        await PressAsync(dialog, "Recalled");
        Assert.Contains("A lamp.", Panel(dialog), StringComparison.Ordinal);
        await PressAsync(dialog, "Prompt");
        Assert.Contains("Go on.", Panel(dialog), StringComparison.Ordinal);
        await PressAsync(dialog, "Reply");
        Assert.Contains("Output Paragraph: …", Panel(dialog), StringComparison.Ordinal);
        await PressAsync(dialog, "Facts");
        Assert.Contains("12 sentences", Panel(dialog), StringComparison.Ordinal);
        Assert.Contains("900 in, 300 out, 512 of the first cached", Panel(dialog), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Continue_FromAnEarlierStep_AsksForItOnce()
    {
        var dialog = await DrawAsync(_fourth.Id);

        await PressAsync(dialog, "Continue from here");

        Assert.Equal([_fourth.Id], _continued);
    }

    [Fact]
    public async Task Continue_WhereTheStoryCannotGoOn_SaysWhyAndIsNotOffered()
    {
        var head = await DrawAsync(_fifth.Id);
        var opening = await DrawAsync(_last.ParentId!.Value);
        var busy = await DrawAsync(_fourth.Id, view => view with { IsBusy = true });

        Assert.Contains("The story stands on this paragraph now.", head.Markup, StringComparison.Ordinal);
        Assert.Contains("the story goes on from its last paragraph only", opening.Markup, StringComparison.Ordinal);
        Assert.Contains("Something is being written", busy.Markup, StringComparison.Ordinal);
        Assert.All([head, opening, busy], dialog => Assert.True(Button(dialog, "Continue from here").HasAttribute("disabled")));
    }

    [Fact]
    public async Task Render_AStepThatIsGone_SaysSo()
    {
        Assert.Contains("This step is not there any more.", (await DrawAsync(Guid.NewGuid())).Markup, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<AsItWasDialog>> DrawAsync(Guid stepId, Func<DeskView, DeskView>? change = null)
    {
        var view = new DeskView { State = DeskState.Ready, Draft = await _database.Drafts.ReadAsync(_fifth.StoryId) };
        var dialog = Render<AsItWasDialog>(part => part
            .Add(dialog => dialog.View, change?.Invoke(view) ?? view)
            .Add(dialog => dialog.StepId, stepId)
            .Add(dialog => dialog.OnContinue, _continued.Add));
        dialog.WaitForState(() => dialog.FindAll("article .prose, [role=status]").Any(part => !part.TextContent.StartsWith("Looking", StringComparison.Ordinal)));
        return dialog;
    }

    private static IElement Article(IRenderedComponent<AsItWasDialog> dialog, int number) => dialog.Find($"article[aria-label='Paragraph {number} as it was']");

    private static string Prose(IRenderedComponent<AsItWasDialog> dialog, int number) => Article(dialog, number).QuerySelector(".prose")!.TextContent.Trim();

    private static string Panel(IRenderedComponent<AsItWasDialog> dialog) => dialog.Find("#past-panel").TextContent;
}
