using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class LongStoryTests : IAsyncLifetime
{
    private const int Length = 3_000;

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.OpenAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Read_ThreeThousandSteps_GivesThemAllInOrder()
    {
        var story = await _database.AddStoryAsync();
        var opening = await _database.AddOpeningAsync(story.Id);
        var steps = Enumerable.Range(4, Length - 3).Select(number => Written.Step($"Paragraph {number}.")).ToArray();
        await _database.CommitAsync(new RunRequest(story.Id, RunKind.Step) { ParentId = opening[^1].Id }, Written.Change(steps));
        await _database.Drafts.SaveParagraphAsync(opening[0].Id, "One more word was lit.", version: 0);

        var draft = await _database.Drafts.ReadAsync(story.Id);
        var entries = await _database.Store.ReadEntriesAsync(story.Id, default);

        Assert.Equal(Enumerable.Range(1, Length), draft!.Paragraphs.Select(paragraph => paragraph.Number));
        Assert.Equal("Paragraph 3000.", draft.Paragraphs[^1].Text);
        Assert.Equal(Length, entries.Count);
        Assert.Equal(draft.Paragraphs.Sum(paragraph => Prose.Words(paragraph.Text)), Assert.Single(await _database.Library.ListAsync()).Words);
    }
}
