using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Edits;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Edits;

/// <summary>The earlier texts of a paragraph, and the way back to one of them.</summary>
public sealed class EarlierTextsDialogTests : DeskContext, IAsyncLifetime
{
    private readonly List<ParagraphEdit> _saved = [];
    private TestDatabase _database = null!;
    private Step _step = null!;
    private SaveResult? _answer = new(Saved: true, 3, "");

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        var story = await _database.AddStoryAsync();
        _step = (await _database.AddOpeningAsync(story.Id))[^1];
        Services.AddSingleton(new RevisionStore(_database.Services.GetRequiredService<IDbContextFactory<WritingDb>>()));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await _database.DisposeAsync();
        await DisposeAsync();
    }

    [Fact]
    public async Task Render_Edited_ShowsEachTextWithTheWordsThatAreGone()
    {
        var dialog = await DrawAsync("Somebody had come.", "Somebody had gone.");

        var texts = dialog.FindAll("li .prose");
        Assert.Equal(["Somebody had come.", "Nobody had come."], texts.Select(text => text.TextContent));
        Assert.Equal(["come", "Nobody", "come"], dialog.FindAll("mark").Select(mark => mark.TextContent.Trim()));
        Assert.StartsWith("as it was written", dialog.FindAll("li .hint")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_Chosen_SavesItAsAnEdit()
    {
        var dialog = await DrawAsync("Somebody had come.");

        await dialog.InvokeAsync(() => dialog.Find("li button").Click());

        Assert.Equal(("Somebody had come.", "Nobody had come."), (Assert.Single(_saved).Before.Text, _saved[0].Text));
    }

    [Fact]
    public async Task Restore_CouldNotBeSaved_SaysSo()
    {
        _answer = null;
        var dialog = await DrawAsync("Somebody had come.");

        await dialog.InvokeAsync(() => dialog.Find("li button").Click());

        Assert.Contains("Nothing has changed", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_NeverEdited_SaysSo()
    {
        Assert.Contains("never changed", (await DrawAsync()).Markup, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<EarlierTextsDialog>> DrawAsync(params string[] edits)
    {
        var paragraph = new DraftParagraph(_step.Id, _step.RunId, 3, _step.Paragraph, _step.Plan, IsEdited: edits.Length > 0, Version: 0);
        foreach (var edit in edits)
        {
            var saved = await _database.Drafts.SaveParagraphAsync(_step.Id, edit, paragraph.Version);
            paragraph = paragraph with { Text = edit, Version = saved.Version };
        }

        var dialog = Render<EarlierTextsDialog>(part => part.Add(texts => texts.Paragraph, paragraph).Add(texts => texts.OnSave, SaveAsync));
        dialog.WaitForState(() => dialog.FindAll("[role=status]").Count == 0);
        return dialog;
    }

    private Task<SaveResult?> SaveAsync(ParagraphEdit edit)
    {
        _saved.Add(edit);
        return Task.FromResult(_answer);
    }
}
