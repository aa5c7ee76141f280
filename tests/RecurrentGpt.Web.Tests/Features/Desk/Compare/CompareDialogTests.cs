using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Compare;
using RecurrentGpt.Web.Features.Desk.Tree;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Compare;

public sealed class CompareDialogTests : DeskContext, IAsyncLifetime
{
    private const string Shore = "Mara went down to the shore and counted the boats until it was dark.";
    private int _added;
    private TestDesk _desk = null!;
    private Step _opening = null!;
    private Step _head = null!;

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.EmptyAsync();
        _opening = (await _desk.Database.AddOpeningAsync(_desk.StoryId))[^1];
        var readers = _desk.Database.Services.GetRequiredService<IDbContextFactory<WritingDb>>();
        Services.AddSingleton(new CompareStore(readers)).AddSingleton(new TreeStore(readers));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task Render_OneBranch_SaysHowToMakeAnother()
    {
        await OpenAsync([Shore]);

        Assert.Contains("There is only one branch so far.", Draw().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_ParagraphsThatAreAlike_MarksTheWordsThatDiffer()
    {
        await OpenAsync([Shore], [Shore.Replace("boats", "lamps", StringComparison.Ordinal)]);

        var dialog = Draw();

        Assert.Contains("The same up to paragraph 3.", dialog.Markup, StringComparison.Ordinal);
        Assert.Equal(["boats", "lamps"], dialog.FindAll("mark").Select(mark => mark.TextContent));
        Assert.Equal(Shore, dialog.Find("[aria-label='Paragraph 4 of The draft'] .prose").TextContent);
    }

    [Fact]
    public async Task Render_ParagraphsThatDiffer_StandSideBySideAndTheShorterBranchEnds()
    {
        await OpenAsync([Shore], ["The ferry came a day early and nobody was on it.", "So she waited."]);

        var dialog = Draw();

        Assert.Empty(dialog.FindAll("mark"));
        Assert.Contains("The draft ends before this paragraph.", dialog.Find("[aria-label='Paragraph 5 of The draft']").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Paragraph 4", "Paragraph 5"], dialog.FindAll(".pair").Select(pair => pair.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task ShowMore_ALongBranch_ReadsAPageAtATime()
    {
        await OpenAsync([Shore], [.. Enumerable.Range(4, 23).Select(number => $"Paragraph number {number}.")]);
        var dialog = Draw();

        Assert.Equal(10, dialog.FindAll(".pair").Count);
        await PressAsync(dialog, "Show 10 more of 13");
        Assert.Equal(20, dialog.FindAll(".pair").Count);
        await PressAsync(dialog, "Show 3 more of 3");

        Assert.Equal(23, dialog.FindAll(".pair").Count);
        Assert.DoesNotContain(Names(dialog), name => name.StartsWith("Show 3", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ShowWhatTheyShare_OpensTheFold()
    {
        await OpenAsync([Shore], ["Another."]);
        var dialog = Draw();

        await PressAsync(dialog, "Show what they share");

        Assert.Equal(["The lamp was lit.", "Mara saw it.", "Nobody had come."], dialog.FindAll(".common .prose").Select(text => text.TextContent.Trim()));
    }

    [Fact]
    public async Task Memory_IsSortedBySentences()
    {
        await OpenAsync([Shore], ["Another."]);
        await _desk.Database.Drafts.SaveMemoryAsync(_head.Id, "It rains. Mara is alone on the shore.", _head.MemoryVersion);
        var dialog = Draw();

        await PressAsync(dialog, "Memory");

        Assert.Equal(["Mara is alone on the shore."], dialog.FindAll("[aria-label='Only in: The draft'] li").Skip(1).Select(item => item.TextContent));
        Assert.Contains("Memory after: Another.", dialog.FindAll("section")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bring_IntoTheDraft_IsOfferedWithItsCost()
    {
        await OpenAsync([Shore], ["Another."]);
        var dialog = Draw();

        await PressAsync(dialog, "Bring over paragraph 4");

        Assert.Equal(
            ["Add after paragraph 4 (1 chat request)", "Add after paragraph 4 by hand (no chat request)", "Put in place of paragraph 4 (1 chat request)"],
            dialog.FindAll("[role=menuitem]").Select(item => item.TextContent));
    }

    [Fact]
    public async Task Bring_WhereEditsAreNotReadAgain_CostsNothing()
    {
        await OpenAsync([Shore], ["Another."]);
        await _desk.Session.SaveSettingsAsync(_desk.View.Draft!.Story.Settings, new StorySettings { RereadsEdits = false });
        var dialog = Draw();

        await PressAsync(dialog, "Bring over paragraph 4");

        Assert.Equal("Put in place of paragraph 4 (no chat request)", dialog.FindAll("[role=menuitem]")[2].TextContent);
    }

    [Fact]
    public async Task Place_OnALockedParagraph_SaysSo()
    {
        await OpenAsync([Shore], ["Another."]);
        await _desk.Database.Writes.WriteAsync(async db => (await db.MarksOfAsync(_head.Id)).IsLocked = true);
        var dialog = Draw();

        await PressAsync(dialog, "Bring over paragraph 4");
        await dialog.FindAll("[role=menuitem]").Single(item => item.TextContent.StartsWith("Put", StringComparison.Ordinal)).ClickAsync();

        dialog.WaitForAssertion(() => Assert.Contains("Paragraph 4 of the draft is locked", dialog.Find("[role=status]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Place_InTheDraft_ShowsTheNewWordsOnBothSides()
    {
        await OpenAsync([Shore], ["Another."]);
        await _desk.Session.SaveSettingsAsync(_desk.View.Draft!.Story.Settings, new StorySettings { RereadsEdits = false });
        var dialog = Draw();

        await PressAsync(dialog, "Bring over paragraph 4");
        await dialog.FindAll("[role=menuitem]").Single(item => item.TextContent.StartsWith("Put", StringComparison.Ordinal)).ClickAsync();
        await _desk.UntilDoneAsync();
        dialog.Render(part => part.Add(shown => shown.View, _desk.View));

        dialog.WaitForAssertion(() => Assert.Contains("Both say the same, word for word.", dialog.Markup, StringComparison.Ordinal));
        Assert.Equal("Another.", dialog.Find("[aria-label='Paragraph 4 of The draft'] .prose").TextContent.Trim());
        Assert.Contains("the earlier text is kept", dialog.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_ToTheDraft_StartsTheRunAndTellsTheDesk()
    {
        await OpenAsync([Shore], ["Another."]);
        var dialog = Draw();

        await PressAsync(dialog, "Bring over paragraph 4");
        await dialog.FindAll("[role=menuitem]").Single(item => item.TextContent.Contains("by hand", StringComparison.Ordinal)).ClickAsync();
        await _desk.UntilDoneAsync();

        Assert.Equal(1, _added);
        Assert.Equal((5, "Another."), (_desk.View.Draft!.Head!.Number, _desk.View.Draft.Head.Paragraph));
    }

    [Fact]
    public async Task Choose_AnotherBranchOnTheLeft_ShowsItAndOffersNothingToBring()
    {
        await OpenAsync([Shore], ["Another."], ["A third."]);
        var dialog = Draw();

        dialog.FindAll("select")[0].Change(dialog.FindAll("select")[0].QuerySelectorAll("option")[1].GetAttribute("value")!);

        dialog.WaitForAssertion(() => Assert.Contains("To bring a paragraph over, choose the draft on the left.", dialog.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(Names(dialog), name => name.StartsWith("Bring", StringComparison.Ordinal));
    }

    /// <summary>Writes branches after the opening and stands on the end of the first.</summary>
    private async Task OpenAsync(params string[][] branches)
    {
        var tips = new List<Step>();
        foreach (var branch in branches)
        {
            var step = _opening;
            foreach (var paragraph in branch)
            {
                step = await _desk.Database.AddStepAsync(step, paragraph);
            }

            tips.Add(step);
        }

        _head = tips[0];
        await _desk.Database.Drafts.GoAsync(_desk.StoryId, _head.Id);
        await _desk.Session.OpenAsync(_desk.StoryId);
    }

    private IRenderedComponent<CompareDialog> Draw()
    {
        var dialog = Render<CompareDialog>(part => part.Add(dialog => dialog.View, _desk.View).Add(dialog => dialog.Session, _desk.Session).Add(dialog => dialog.OnAdded, () => _added++));
        dialog.WaitForState(() => dialog.FindAll(".pair, .alone").Count > 0);
        return dialog;
    }
}
