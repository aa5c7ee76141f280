using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Prompts;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Prompts;

public sealed class PromptStoreTests : IAsyncLifetime
{
    private static readonly PromptTemplate Ours = TemplateForm.Step.Default;
    private static readonly StoryPrompts Mine = new() { Step = Ours with { Layout = Ours.Layout + "\nNobody laughs." } };

    private TestDatabase _database = null!;
    private PromptStore _store = null!;
    private Story _story = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _store = new PromptStore(_database.Writes, _database.Clock);
        _story = await _database.AddStoryAsync();
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Save_OwnPrompts_AreTheStorysAndNoOther()
    {
        var other = await _database.AddStoryAsync("Another");
        _database.Clock.Advance(TimeSpan.FromMinutes(5));

        var save = await _store.SaveAsync(_story.Id, StoryPrompts.Default, Mine);

        Assert.Equal(new PromptSave(Saved: true, Mine), save);
        var stored = await ReadAsync(_story.Id);
        Assert.Equal((Mine, _database.Clock.GetUtcNow()), (stored.Prompts, stored.ChangedAt));
        Assert.Equal(StoryPrompts.Default, (await ReadAsync(other.Id)).Prompts);
    }

    [Fact]
    public async Task Save_JustOurWords_StoresThatTheyAreOurs()
    {
        await _store.SaveAsync(_story.Id, StoryPrompts.Default, Mine);

        await _store.SaveAsync(_story.Id, Mine, new StoryPrompts { Step = Ours, NewPlans = TemplateForm.NewPlans.Default });

        Assert.Null((await ReadAsync(_story.Id)).Prompts.Step);
        Assert.Null((await ReadAsync(_story.Id)).Prompts.NewPlans);
    }

    [Theory]
    [InlineData("{plan}\n", "", "PartMissing \"plan\"")]
    [InlineData("{task}", "{task}\n{task}", "PartTwice \"task\"")]
    public async Task Save_WithoutANeededPart_IsRefusedAndNamesIt(string part, string instead, string named)
    {
        var broken = new StoryPrompts { Step = Ours with { Layout = Ours.Layout.Replace(part, instead, StringComparison.Ordinal) } };

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => _store.SaveAsync(_story.Id, StoryPrompts.Default, broken));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.Equal(StoryPrompts.Default, (await ReadAsync(_story.Id)).Prompts);
    }

    [Fact]
    public async Task Save_WithoutALabel_IsRefusedAndNamesIt()
    {
        var broken = new StoryPrompts { Step = Ours with { System = "Write on." } };

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => _store.SaveAsync(_story.Id, StoryPrompts.Default, broken));

        Assert.Contains("LabelMissing \"Updated Memory\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_AnotherTabWasFirst_ChangesNothingAndGivesItsPrompts()
    {
        await _store.SaveAsync(_story.Id, StoryPrompts.Default, Mine);

        var save = await _store.SaveAsync(_story.Id, StoryPrompts.Default, new StoryPrompts { Step = Ours with { System = Ours.System + " Be brief." } });

        Assert.Equal(new PromptSave(Saved: false, Mine), save);
        Assert.Equal(Mine, (await ReadAsync(_story.Id)).Prompts);
    }

    [Fact]
    public async Task Save_TheSameFromTwoTabs_IsNoConflict()
    {
        await _store.SaveAsync(_story.Id, StoryPrompts.Default, Mine);

        Assert.True((await _store.SaveAsync(_story.Id, StoryPrompts.Default, Mine)).Saved);
    }

    [Fact]
    public async Task Save_NoSuchStory_Throws() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.SaveAsync(Guid.NewGuid(), StoryPrompts.Default, Mine));

    private async Task<Story> ReadAsync(Guid id) => await _database.Store.FindStoryAsync(id, CancellationToken.None) ?? throw new InvalidOperationException();
}
