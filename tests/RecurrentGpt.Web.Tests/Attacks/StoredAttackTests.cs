using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Play;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Tests.Features.Desk;
using RecurrentGpt.Web.Tests.Features.Desk.Session;
using RecurrentGpt.Web.Tests.Features.Play;
using Xunit.Abstractions;

namespace RecurrentGpt.Web.Tests.Attacks;

/// <summary>Stories of which every stored text is an attack, on the pages and in the dialogs that show them.</summary>
public sealed class StoredAttackTests(ITestOutputHelper output) : DeskContext, IAsyncLifetime
{
    private const int Stories = 3;
    private const int Turns = 24;
    private const int Longest = 2_000;

    // Kept under the one key of the models' settings, and looked at below as such; and those of people, of which their own page shows the name.
    private static readonly string[] Elsewhere =
    [
        "SettingRow.Value", "PersonRow.ConcurrencyStamp", "PersonRow.Name", "PersonRow.NormalizedName", "PersonRow.PasswordHash", "PersonRow.SecurityStamp",
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SafeMarkup _page = new(PageElements.All);
    private readonly AttackedStory _attacked = new(Longest);
    private TestDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.EmptyAsync();
        StoryInPlay.AddTo(Services, _desk);
        Services.AddSingleton(_desk.Database.Services.GetRequiredService<ModelSettingsStore>());
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task Pages_OfStoriesThatAreAttacksInEveryText_ShowTextAlone()
    {
        var shown = 0;
        for (var i = 0; i < Stories; i++)
        {
            var storyId = await WriteAsync();
            await _attacked.FillAsync(_desk.Database.Queue, storyId);
            shown += await LookAtDeskAsync(storyId);
            shown += LookAtPlay(storyId);
            await DisposeComponentsAsync();
        }

        await using var db = _desk.Database.Read();
        Assert.Equal(TextFiller.PlacesIn(db.Model).Except(Elsewhere).Order(), _attacked.Filler.Filled.Order());
        var told = FormattableString.Invariant(
            $"attack corpus: {_attacked.Placed.Select(place => place.Text).Distinct().Count()} strings in {_attacked.Filler.Filled.Count} stored fields, {_attacked.Placed.Count:N0} placements, {shown} pages and dialogs, {_page.Seen:N0} elements, 0 that are not ours");
        Counts.Write("attacks-fields", told);
        output.WriteLine(told);
    }

    [Fact]
    public async Task Stored_EveryAttack_IsReadBackWhole()
    {
        foreach (var attack in Attack.OfAtMost(StoryLimits.Premise).Where(attack => attack.Text.Any(c => !char.IsAscii(c) || char.IsControl(c))))
        {
            var story = await _desk.Database.Library.CreateAsync(new StoryCard { Premise = attack.Text }, new StorySettings());

            var read = await _desk.Database.Store.FindStoryAsync(story.Id, CancellationToken.None);

            Assert.Equal(Visible(attack.Stored), Visible(read!.Card.Premise));
        }
    }

    private static string Visible(string text) => string.Concat(text.Where(c => !char.IsControl(c)));

    private async Task<Guid> WriteAsync()
    {
        var story = await _desk.Database.AddInteractiveAsync();
        var head = (await _desk.Database.AddOpeningAsync(story.Id))[^1];
        for (var turn = 1; turn <= Turns; turn++)
        {
            head = await _desk.Database.PlayAsync(head, turn, $"Action {turn}.", turn == Turns ? RecurrentGpt.Play.TurnKind.Ending : RecurrentGpt.Play.TurnKind.Action);
        }

        await _desk.Database.Drafts.UndoAsync(story.Id);
        await _desk.Database.Drafts.UndoAsync(story.Id);
        var draft = await _desk.Database.Drafts.ReadAsync(story.Id);
        await _desk.Database.PlayAsync(draft!.Head!, Turns - 1, "The other way.");
        return story.Id;
    }

    private async Task<int> LookAtDeskAsync(Guid storyId)
    {
        var page = Render<DeskPage>(part => part.Add(desk => desk.Id, storyId));
        page.WaitForAssertion(() => Assert.True(page.FindAll("article").Count > Turns), Patience);
        Check(page);
        var shown = 1;
        foreach (var kind in Enum.GetValues<DialogKind>())
        {
            shown += await LookAtDialogAsync(kind);
        }

        await _desk.Session.CloseAsync();
        return shown;
    }

    private async Task<int> LookAtDialogAsync(DialogKind kind)
    {
        var step = _desk.View.Draft!.Paragraphs[^1].StepId;
        var open = new OpenDialog(kind) { StepId = kind == DialogKind.Compare ? null : step };
        var dialog = Render<DeskDialogs>(part => part.Add(dialogs => dialogs.View, _desk.View).Add(dialogs => dialogs.Session, _desk.Session).Add(dialogs => dialogs.Open, open));
        dialog.WaitForAssertion(() => Assert.NotEmpty(dialog.FindAll("dialog h2")), Patience);
        Check(dialog);
        var shown = 1;
        for (var tab = 0; tab < dialog.FindAll("[role=tab]").Count; tab++)
        {
            await dialog.InvokeAsync(() => dialog.FindAll("[role=tab]")[tab].Click());
            Check(dialog);
            shown++;
        }

        return shown;
    }

    private int LookAtPlay(Guid storyId)
    {
        var page = Render<PlayPage>(part => part.Add(play => play.Id, storyId));
        page.WaitForAssertion(() => Assert.True(page.FindAll("article").Count > Turns), Patience);
        Check(page);
        return 1;
    }

    private void Check<T>(IRenderedComponent<T> part)
        where T : IComponent
    {
        var all = part.FindAll("*");
        Assert.NotEmpty(all);
        Assert.True(_page.FaultsOf(all) is [], string.Join('\n', _page.FaultsOf(all).Take(5)));
    }
}
