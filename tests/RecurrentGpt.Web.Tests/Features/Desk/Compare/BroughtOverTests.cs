using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Compare;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;
using RecurrentGpt.Web.Tests.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Compare;

/// <summary>Paragraphs brought into the draft by a real session: what comes of them, and that the other branch stays as it was to the byte.</summary>
public sealed class BroughtOverTests : IAsyncLifetime
{
    private TestDesk _desk = null!;
    private CompareStore _store = null!;
    private Step _other = null!;
    private ParagraphPair _pair = null!;
    private string _bytes = "";

    public async Task InitializeAsync()
    {
        _desk = await TestDesk.WithAStepAsync();
        _store = new CompareStore(_desk.Database.Services.GetRequiredService<IDbContextFactory<WritingDb>>());
        var head = _desk.View.Draft!.Head!;
        var opening = (await _desk.Database.Store.FindStepAsync(head.ParentId!.Value, default))!;
        var plan = new Plan("She burns the letter.", PlanSource.Own);
        // In the space of the desk's own embedder: an entry of another would be embedded anew meanwhile, whatever is brought over.
        var step = Written.Step("Zephyrine burnt the letter.");
        var written = Written.Change(step with { Plan = plan, ShortTermMemory = "Zephyrine knows.", Vector = ScriptedEmbedder.Embed(step.Summary), EmbeddingModel = "letters" });
        _other = (await _desk.Database.CommitAsync(new RunRequest(head.StoryId, RunKind.Step) { ParentId = opening.Id, Plan = plan }, written)).Single();
        await _desk.Database.Drafts.GoAsync(head.StoryId, head.Id);
        await _desk.Session.OpenAsync(head.StoryId);
        _pair = (await _store.ReadPairsAsync((await _store.OpenAsync(head.Id, _other.Id))!, 4, 4)).Single();
        _bytes = await OtherAsync();
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Add_ByTheModel_KeepsTheParagraphAndAsksOnceForWhatFits()
    {
        _desk.Chat.Reply(Reply);

        await _desk.Session.RunAsync(view => BroughtOver.ToRun(view, _pair.Right!, RunKind.Keep));
        await _desk.UntilDoneAsync();

        var head = _desk.View.Draft!.Head!;
        Assert.Equal((5, "Zephyrine burnt the letter.", _pair.Left!.StepId), (head.Number, head.Paragraph, head.ParentId));
        Assert.Equal(new Plan("She burns the letter.", PlanSource.Own), head.Plan);
        Assert.Equal("Mara has seen it burn.", head.ShortTermMemory);
        Assert.Equal(["She waits.", "She runs.", "She sings."], head.Plans.Select(offered => offered.Text));
        Assert.False(head.NewCharacter);
        Assert.Single(_desk.Chat.Requests);
        Assert.Contains("Zephyrine burnt the letter.", _desk.LastPrompt, StringComparison.Ordinal);
        Assert.DoesNotContain("Zephyrine knows.", _desk.LastPrompt, StringComparison.Ordinal);
        Assert.Equal(_bytes, await OtherAsync());
    }

    [Fact]
    public async Task Add_ByHand_AsksNothingAndLeavesMemoryToTheAuthor()
    {
        var memory = _desk.View.Draft!.Head!.ShortTermMemory;

        await _desk.Session.RunAsync(view => BroughtOver.ToRun(view, _pair.Right!, RunKind.KeepByHand));
        await _desk.UntilDoneAsync();

        var head = _desk.View.Draft!.Head!;
        Assert.Equal((OutcomeKind.KeptByHand, "Zephyrine burnt the letter.", memory, 0), (_desk.View.Outcome!.Kind, head.Paragraph, head.ShortTermMemory, head.Plans.Count));
        Assert.Empty(_desk.Chat.Requests);
        Assert.Equal(_bytes, await OtherAsync());
    }

    [Fact]
    public async Task Place_OnTheSamePlace_IsAnEditThatKeepsTheEarlierText()
    {
        _desk.Chat.Reply("Paragraph Summary:\nZephyrine burns the letter.\n\nUpdated Memory:\nThe letter is burnt.");

        var result = await BroughtOver.PlaceAsync(_desk.Session, _store, _pair.Left!, _pair.Right!);
        await _desk.UntilAsync(view => view.Outcome?.Kind == OutcomeKind.Reread);

        Assert.Equal(PlaceResult.Placed, result);
        Assert.Equal(("Zephyrine burnt the letter.", true), (_desk.View.Draft!.Paragraphs[3].Text, _desk.View.Draft.Paragraphs[3].IsEdited));
        await using var db = _desk.Database.Read();
        Assert.Equal(["She went down to the shore."], await db.Revisions.Where(revision => revision.StepId == _pair.Left!.StepId).Select(revision => revision.Text).ToListAsync());
        Assert.Contains("She went down to the shore.", Assert.Single(_desk.Chat.Requests)[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zephyrine knows.", _desk.LastPrompt, StringComparison.Ordinal);
        Assert.Equal(_bytes, await OtherAsync());
    }

    [Fact]
    public async Task Place_OnALockedParagraph_IsRefusedAndChangesNothing()
    {
        await _desk.Database.Writes.WriteAsync(async db => (await db.MarksOfAsync(_pair.Left!.StepId)).IsLocked = true);

        var result = await BroughtOver.PlaceAsync(_desk.Session, _store, _pair.Left!, _pair.Right!);

        Assert.Equal(PlaceResult.Locked, result);
        Assert.Equal("She went down to the shore.", (await _desk.Database.Store.FindStepAsync(_pair.Left!.StepId, default))!.Paragraph);
        Assert.Equal(_bytes, await OtherAsync());
    }

    [Fact]
    public async Task Place_OnAParagraphThatAnotherTabChanged_ChangesNothing()
    {
        await _desk.Database.Drafts.SaveParagraphAsync(_pair.Left!.StepId, "From another tab.", 0);

        var result = await BroughtOver.PlaceAsync(_desk.Session, _store, _pair.Left, _pair.Right!);

        Assert.Equal(PlaceResult.Changed, result);
        Assert.Equal("From another tab.", (await _desk.Database.Store.FindStepAsync(_pair.Left.StepId, default))!.Paragraph);
    }

    [Fact]
    public async Task Place_WhileTheStoryIsWritten_IsNotSaved()
    {
        _desk.Chat.Open();
        await _desk.Session.WritePlanAsync(0);

        Assert.Equal(PlaceResult.NotSaved, await BroughtOver.PlaceAsync(_desk.Session, _store, _pair.Left!, _pair.Right!));
    }

    [Fact]
    public void ToRun_AParagraphOfAnOpening_IsNothingToAskFor()
    {
        Assert.Null(BroughtOver.ToRun(DeskSamples.View, DeskSamples.Paragraphs[0], RunKind.Keep));
        Assert.Null(BroughtOver.ToRun(DeskSamples.Empty, DeskSamples.Paragraphs[3], RunKind.Keep));
    }

    private const string Reply = """
        Paragraph Summary:
        The letter is burnt.

        Rationale:
        Added: the fire, because she saw it.

        Updated Memory:
        Mara has seen it burn.

        Instruction 1:
        She waits.

        Instruction 2:
        She runs.

        Instruction 3:
        She sings.
        """;

    /// <summary>Every byte that is stored of the other branch's own step.</summary>
    private async Task<string> OtherAsync()
    {
        await using var db = _desk.Database.Read();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await connection.OpenAsync();
        var rows = new List<string>();
        foreach (var (table, column) in new[] { ("Steps", "Id"), ("Plans", "StepId"), ("MemoryEntries", "StepId"), ("Revisions", "StepId"), ("StepMarks", "StepId") })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} WHERE {column} = $id";
            command.Parameters.AddWithValue("$id", _other.Id);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                rows.Add($"{table}: {string.Join('|', values.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : value))}");
            }
        }

        Assert.Contains(rows, row => row.Contains("Zephyrine burnt", StringComparison.Ordinal));
        return string.Join('\n', rows);
    }
}
