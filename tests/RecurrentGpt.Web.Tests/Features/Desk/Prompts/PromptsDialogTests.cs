using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Prompts;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Kept;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Prompts;

public sealed class PromptsDialogTests : DeskContext, IAsyncLifetime
{
    private static readonly PromptTemplate Ours = TemplateForm.Step.Default;

    private readonly List<DeskOutcome?> _outcomes = [];
    private TestDatabase _database = null!;
    private Story _story = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _story = await _database.AddStoryAsync();
        Services.AddScoped<PromptDrafts>();
        Services.AddSingleton(new PromptStore(_database.Writes, _database.Clock));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public void Render_OurWords_ShowsThemWithNothingMissing()
    {
        var dialog = Draw();

        Assert.Equal((Ours.System, Ours.Layout), (Value(dialog, "#prompt-system"), Value(dialog, "#prompt-layout")));
        Assert.Equal("Nothing is missing.", State(dialog));
        Assert.Equal(Enumerable.Repeat("there", 13), dialog.FindAll(".state").Select(state => state.TextContent));
        Assert.True(Button(dialog, "Save").HasAttribute("disabled"));
        Assert.True(Button(dialog, "Reset to our words").HasAttribute("disabled"));
        Assert.Empty(dialog.FindAll(".own"));
    }

    [Fact]
    public void Type_WithoutALabel_SaysSoAndCannotBeSaved()
    {
        var dialog = Draw();

        dialog.Find("#prompt-system").Input(Ours.System.Replace("Rationale", "Why", StringComparison.Ordinal));

        Assert.Equal("“Rationale” is missing in the instructions.", State(dialog));
        Assert.Equal("missing", dialog.FindAll("#needed-labels-heading + ul li").Single(item => item.TextContent.Contains("Rationale", StringComparison.Ordinal)).ClassName);
        Assert.True(Button(dialog, "Save").HasAttribute("disabled"));
    }

    [Fact]
    public async Task KeptWords_OthersAreStored_AreShownAndSaidToReplaceThem()
    {
        var dialog = Draw();

        await dialog.Find("#prompt-system").TriggerEventAsync("onkept", new KeptTextEventArgs { Text = $"{Ours.System} And be brief." });

        Assert.Equal($"{Ours.System} And be brief.", Value(dialog, "#prompt-system"));
        Assert.NotEmpty(dialog.Find("[role=alert]").TextContent);
    }

    [Theory]
    [InlineData("{plan}", "", "{plan} is missing in the message.")]
    [InlineData("{plan}", "{plan}\n{plan}", "{plan} is in the message more than once.")]
    [InlineData("{plan}", "The plan: {plan}", "{plan} must stand on a line of its own.")]
    [InlineData("{plan}", "{plan}\n{weather}", "There is no part {weather}.")]
    public void Type_AFaultyMessage_NamesThePart(string part, string instead, string told)
    {
        var dialog = Draw();

        dialog.Find("#prompt-layout").Input(Ours.Layout.Replace(part, instead, StringComparison.Ordinal));

        Assert.Equal(told, State(dialog));
        Assert.True(Button(dialog, "Save").HasAttribute("disabled"));
    }

    [Fact]
    public void Type_TooLongOrTooShort_IsSaid()
    {
        var dialog = Draw();

        dialog.Find("#prompt-system").Input(Ours.System.PadRight(StoryLimits.PromptSystem + 1));
        var tooLong = State(dialog);
        dialog.Find("#prompt-system").Input(string.Join(' ', TemplateForm.Step.Labels));

        Assert.Equal("The instructions are longer than 20,000 characters.", tooLong);
        Assert.Contains("Under 1,024 tokens", dialog.Find("#prompt-tokens").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_Changed_StoresItAndTellsTheDesk()
    {
        var dialog = Draw();
        dialog.Find("#prompt-layout").Input(Ours.Layout + "\nNobody laughs.");
        Assert.Equal("yours", dialog.Find(".own").TextContent);

        await Button(dialog, "Save").ClickAsync(new());

        var stored = await _database.Store.FindStoryAsync(_story.Id, CancellationToken.None);
        Assert.Equal(new StoryPrompts { Step = Ours with { Layout = Ours.Layout + "\nNobody laughs." } }, stored!.Prompts);
        Assert.Equal([new DeskOutcome(OutcomeKind.PromptsSaved)], _outcomes);
    }

    [Fact]
    public async Task Save_OnTheOtherTab_StoresThatPrompt()
    {
        var dialog = Draw();
        await Tab(dialog, 1).ClickAsync(new());
        dialog.Find("#prompt-system").Input("Three plans, please.");

        await Button(dialog, "Save").ClickAsync(new());

        var stored = await _database.Store.FindStoryAsync(_story.Id, CancellationToken.None);
        Assert.Equal(("Three plans, please.", null), (stored!.Prompts.NewPlans?.System, stored.Prompts.Step));
    }

    [Fact]
    public async Task Save_AnotherTabWasFirst_KeepsTheTextAndSaysWhatToDo()
    {
        var theirs = new StoryPrompts { Step = Ours with { Layout = Ours.Layout + "\nTheirs." } };
        var dialog = Draw();
        dialog.Find("#prompt-layout").Input(Ours.Layout + "\nMine.");
        await Services.GetRequiredService<PromptStore>().SaveAsync(_story.Id, StoryPrompts.Default, theirs);

        await Button(dialog, "Save").ClickAsync(new());

        Assert.Contains("Another tab saved other prompts", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("\nMine.", Value(dialog, "#prompt-layout"), StringComparison.Ordinal);
        await Button(dialog, "Save").ClickAsync(new());
        Assert.EndsWith("\nMine.", (await _database.Store.FindStoryAsync(_story.Id, CancellationToken.None))!.Prompts.Step!.Layout, StringComparison.Ordinal);
    }

    [Fact]
    public void AFaultOnTheOtherTab_IsToldWithItsName()
    {
        var dialog = Draw();
        dialog.Find("#prompt-system").Input("");

        Tab(dialog, 1).Click();

        Assert.StartsWith("A step: The instructions are empty.", State(dialog), StringComparison.Ordinal);
        Assert.True(Button(dialog, "Save").HasAttribute("disabled"));
    }

    [Fact]
    public void Reset_PutsOurWordsInAndCanBeTakenBack()
    {
        var dialog = Draw();
        dialog.Find("#prompt-layout").Input("Mine.");

        Button(dialog, "Reset to our words").Click();
        var reset = Value(dialog, "#prompt-layout");
        Button(dialog, "Take back the reset").Click();

        Assert.Equal(Ours.Layout, reset);
        Assert.Equal("Mine.", Value(dialog, "#prompt-layout"));
    }

    [Fact]
    public void Close_WithTextTyped_KeepsItForTheNextTime()
    {
        Draw().Find("#prompt-layout").Input("Mine.");

        var again = Draw();

        Assert.Equal("Mine.", Value(again, "#prompt-layout"));
        Button(again, "Back to what is saved").Click();
        Assert.Equal(Ours.Layout, Value(again, "#prompt-layout"));
    }

    [Fact]
    public void Render_WhileSomethingIsWritten_CannotSaveAndSaysWhy()
    {
        var dialog = Draw(canSave: false);

        dialog.Find("#prompt-layout").Input(Ours.Layout + "\nMine.");

        Assert.True(Button(dialog, "Save").HasAttribute("disabled"));
        Assert.Equal("You can save when nothing is being written.", State(dialog));
    }

    [Theory]
    [InlineData("ArrowRight")]
    [InlineData("ArrowLeft")]
    public void Tabs_ByArrowKeys_ShowTheOtherPrompt(string key)
    {
        var dialog = Draw();

        dialog.Find("[role=tablist]").KeyDown(key);

        Assert.Equal("true", Tab(dialog, 1).GetAttribute("aria-selected"));
        Assert.Equal(TemplateForm.NewPlans.Default.Layout, Value(dialog, "#prompt-layout"));
    }

    [Fact]
    public void Link_SaysWhoseWordsTheyAre()
    {
        var own = DeskSamples.Story with { Prompts = new StoryPrompts { Step = Ours with { System = "Mine." } } };

        Assert.Contains("These are our words.", Link(DeskSamples.Story), StringComparison.Ordinal);
        Assert.Contains("in your words", Link(own), StringComparison.Ordinal);
        Services.GetRequiredService<PromptDrafts>().Of(own).Step.System = "Typed.";
        Assert.Contains("not saved yet", Link(own), StringComparison.Ordinal);
    }

    private string Link(Story story) => Render<PromptsLink>(part => part.Add(link => link.Story, story)).Markup;

    private IRenderedComponent<PromptsDialog> Draw(bool canSave = true) => Render<PromptsDialog>(part => part
        .Add(dialog => dialog.Story, _story)
        .Add(dialog => dialog.CanSave, canSave)
        .Add(dialog => dialog.Change, async change => _outcomes.Add(await change(_story.Id))));

    private static string State(IRenderedComponent<PromptsDialog> dialog) => dialog.Find("[role=status]").TextContent;

    private static string? Value(IRenderedComponent<PromptsDialog> dialog, string id) => dialog.Find(id).GetAttribute("value");

    private static IElement Tab(IRenderedComponent<PromptsDialog> dialog, int index) => dialog.FindAll("[role=tab]")[index];
}
