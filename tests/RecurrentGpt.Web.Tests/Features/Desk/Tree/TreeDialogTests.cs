using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Tree;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;
using RecurrentGpt.Web.Tests.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Tree;

/// <summary>The picture of the tree with the chosen step beside it, with a real session at a real store.</summary>
public sealed class TreeDialogTests : DeskContext, IAsyncLifetime
{
    private readonly List<OpenDialog?> _opened = [];
    private TestDesk _desk = null!;
    private Step _first = null!;
    private Step _again = null!;

    private Step Start => _first with { Id = _first.ParentId!.Value };

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.WithAStepAsync();
        _first = _desk.View.Draft!.Head!;
        _again = await _desk.Database.AddStepAsync(Start, "She stayed where she was.");
        await _desk.Session.OpenAsync(_desk.StoryId);
        Services.AddSingleton(new TreeStore(_desk.Database.Services.GetRequiredService<IDbContextFactory<WritingDb>>()));
        Services.AddSingleton(new BranchStore(_desk.Database.Writes, _desk.Database.Clock));
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public void Render_ATree_ChoosesTheHeadAndShowsWhatItIs()
    {
        var dialog = Draw();

        Assert.Equal("paragraph 4, here, Branch 2 begins, version 2 of 2", Chosen(dialog));
        Assert.Contains("She stayed where she was.", dialog.Find("section").TextContent, StringComparison.Ordinal);
        Assert.Contains("Go down to the shore.", dialog.Find("section").TextContent, StringComparison.Ordinal);
        Assert.True(Button(dialog, "Go there").HasAttribute("disabled"));
    }

    [Fact]
    public void Render_ATree_IsOneTreeOfItemsWithLevels()
    {
        var dialog = Draw();

        var items = dialog.FindAll("[role=tree] [role=treeitem]");

        Assert.Equal(["1", "1", "1", "2", "1"], items.Select(item => item.GetAttribute("aria-level")));
        Assert.Equal(dialog.Find("[aria-selected=true]").Id, dialog.Find("[role=tree]").GetAttribute("aria-activedescendant"));
    }

    [Fact]
    public async Task Walk_ByKeysAndEnter_GoesThere()
    {
        var dialog = Draw();

        await KeyAsync(dialog, "ArrowLeft");
        Assert.Equal("paragraph 4, version 1 of 2", Chosen(dialog));
        await KeyAsync(dialog, "Enter");

        Assert.Equal(_first.Id, _desk.View.Draft!.Head!.Id);
    }

    [Fact]
    public async Task GoThere_WhereTheStoryCannotStand_IsNotOffered()
    {
        var dialog = Draw();

        await KeyAsync(dialog, "Home");
        dialog.WaitForAssertion(() => Assert.True(Button(dialog, "Go there").HasAttribute("disabled")));
        await KeyAsync(dialog, "Enter");

        Assert.Equal(_again.Id, _desk.View.Draft!.Head!.Id);
        Assert.Contains("opening as a whole", Button(dialog, "Go there").GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_TheBranchOfTheChosenStep_IsInThePicture()
    {
        var dialog = Draw();

        await PressAsync(dialog, "Name this branch");
        await dialog.InvokeAsync(() => dialog.Find("input").Input("She burns it"));
        var before = _desk.View.Draft;
        await PressAsync(dialog, "Save");
        await _desk.UntilAsync(view => view.Draft != before && view.CanWrite);
        dialog.Render(part => part.Add(tree => tree.View, _desk.View));

        dialog.WaitForAssertion(() => Assert.Equal("paragraph 4, here, She burns it begins, version 2 of 2", Chosen(dialog)));
    }

    [Fact]
    public async Task Press_AsItWasAndCompare_OpenThemForTheChosenStep()
    {
        var dialog = Draw();
        Assert.DoesNotContain("Compare with the draft", Names(dialog));

        await KeyAsync(dialog, "ArrowLeft");
        await PressAsync(dialog, "As it was");
        await PressAsync(dialog, "Compare with the draft");

        Assert.Equal([OpenDialog.OfAsItWas(_first.Id), OpenDialog.OfCompare(_first.Id)], _opened);
    }

    [Fact]
    public async Task Fold_OfALongStory_OpensAndFoldsAgain()
    {
        var plan = new Plan("On.", PlanSource.Picked);
        var steps = Enumerable.Range(1, 60).Select(number => Written.Step($"Step {number}.") with { Plan = plan }).ToArray();
        await _desk.Database.CommitAsync(new RunRequest(_desk.StoryId, RunKind.Step) { ParentId = _again.Id, Plan = plan }, new StoryChange { Steps = steps, Exchanges = [] });
        await _desk.Session.OpenAsync(_desk.StoryId);
        var dialog = Draw();
        var folded = dialog.FindAll("[role=treeitem]").Count;

        await KeyAsync(dialog, "ArrowUp");
        Assert.Equal("59 paragraphs, 5 to 63, folded", Chosen(dialog));
        await KeyAsync(dialog, "Enter");
        Assert.True(dialog.FindAll("[role=treeitem]").Count > folded);
        await PressAsync(dialog, "Fold again");

        Assert.Equal(folded, dialog.FindAll("[role=treeitem]").Count);
    }

    private static string? Chosen(IRenderedComponent<TreeDialog> dialog) => dialog.Find("[aria-selected=true]").GetAttribute("aria-label");

    private static Task KeyAsync(IRenderedComponent<TreeDialog> dialog, string key) =>
        dialog.InvokeAsync(() => dialog.Find("[role=tree]").KeyDownAsync(new KeyboardEventArgs { Key = key }));

    private IRenderedComponent<TreeDialog> Draw()
    {
        var dialog = Render<TreeDialog>(part => part.Add(tree => tree.View, _desk.View).Add(tree => tree.Session, _desk.Session).Add(tree => tree.OnOpen, _opened.Add));
        dialog.WaitForElement(".story");
        return dialog;
    }
}
