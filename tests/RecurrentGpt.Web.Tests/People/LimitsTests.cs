using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Features.NewStory;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.People;

/// <summary>How many stories a person may have, and how many may be written at once.</summary>
public sealed class LimitsTests : IAsyncLifetime
{
    private readonly ScriptedChat _chat = new();
    private readonly MemoryShelf _shelf = new();
    private TestDatabase _database = null!;
    private MemoryIndexer _indexer = null!;
    private StoryRunner _runner = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        var models = new ScriptedModels(_chat);
        _indexer = Samples.Indexer(_database.Store, models, _shelf, _database.Clock);
        _runner = new StoryRunner(
            _database.Store, models, _shelf, _indexer, new RecurrenceOptions { MaxRuns = 2 }, _database.Clock, new Random(1), NullLogger<StoryRunner>.Instance);
    }

    public async Task DisposeAsync()
    {
        await _runner.DisposeAsync();
        await _indexer.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Create_ShelfIsFull_IsRefusedWithTheNumberAndTakesOneAgainWhenOneIsDeleted()
    {
        var library = Library(most: 2);
        var first = await CreateAsync(library);
        await CreateAsync(library);

        var refused = await Assert.ThrowsAsync<StoreException>(() => CreateAsync(library));

        Assert.Equal(new StepFailure(FailureKind.ShelfFull, "2"), refused.Failure);
        Assert.Equal(2, (await library.ListAsync()).Count);
        Assert.StartsWith("There are 2 stories on the shelf, and no more may be.", Words(refused), StringComparison.Ordinal);
        await library.DeleteAsync(first.Id);
        await CreateAsync(library);
    }

    [Fact]
    public async Task Restore_ShelfIsFullMeanwhile_BringsTheStoryBackAllTheSame()
    {
        var library = Library(most: 1);
        var first = await CreateAsync(library);
        await library.DeleteAsync(first.Id);
        await CreateAsync(library);

        Assert.True(await library.RestoreAsync(first.Id));
    }

    [Fact]
    public async Task Start_OnTheNewStoryPageWithAFullShelf_SaysSoAndKeepsWhatWasTyped()
    {
        var library = Library(most: 1);
        await CreateAsync(library);
        var form = new NewStoryForm(library, _runner, NullLogger<NewStoryForm>.Instance) { Premise = "A bell." };

        Assert.Null(await form.StartAsync(CancellationToken.None));

        Assert.Equal((NewStoryProblemKind.Limit, FailureKind.ShelfFull), (form.Problem!.Kind, form.Problem.Failure!.Kind));
        Assert.Equal("A bell.", form.Premise);
    }

    [Fact]
    public async Task StartAsync_AsManyRunsAsMayBe_RefusesOneMoreAndClaimsNothing()
    {
        var (first, _) = await OpenAsync();
        await OpenAsync();
        var third = await _database.AddStoryAsync("Third");

        var refused = await Assert.ThrowsAsync<ModelException>(() => StartAsync(third.Id));

        Assert.Equal(new StepFailure(FailureKind.TooManyRuns, "2"), refused.Failure);
        Assert.StartsWith("2 stories are being written, and no more may be at the same time.", Words(refused), StringComparison.Ordinal);
        await using (var db = _database.Read())
        {
            Assert.False(await db.Runs.AnyAsync(run => run.StoryId == third.Id));
        }

        await first.StopAsync();
        _chat.Open();
        Assert.NotNull(await StartAsync(third.Id));
    }

    [Fact]
    public async Task StartAsync_ClaimsThatFail_TakeNoPlace()
    {
        var (run, story) = await OpenAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await StartAsync(story.Id));
        }

        var (second, _) = await OpenAsync();

        Assert.False(run.Completion.IsCompleted || second.Completion.IsCompleted);
    }

    [Theory]
    [InlineData("0", "8", "Limits:Stories")]
    [InlineData("1000", "0", "Limits:Runs")]
    public void Validate_LimitOutOfItsRange_IsNamedWithItsKey(string stories, string runs, string expected)
    {
        var options = new LimitOptions { Stories = int.Parse(stories, CultureInfo.InvariantCulture), Runs = int.Parse(runs, CultureInfo.InvariantCulture) };
        var check = _database.Services.GetRequiredService<IValidateOptions<LimitOptions>>();

        var result = check.Validate(null, options);

        Assert.StartsWith(expected, Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private async Task<(StoryRun Run, Story Story)> OpenAsync()
    {
        _chat.Open();
        var story = await _database.AddStoryAsync();
        return (Assert.IsType<StoryRun>(await StartAsync(story.Id)), story);
    }

    private Task<StoryRun?> StartAsync(Guid storyId) => _runner.StartAsync(new RunRequest(storyId, RunKind.Opening), CancellationToken.None);

    private StoryLibrary Library(int most) => new(
        _database.Services.GetRequiredService<IDbContextFactory<WritingDb>>(), _database.Writes, Options.Create(new LimitOptions { Stories = most }), _database.Clock);

    private static Task<Story> CreateAsync(StoryLibrary library) => library.CreateAsync(new StoryCard { Premise = "A lamp." }, new StorySettings());

    private static string Words(FailureException refused) =>
        new ServiceCollection().AddLogging().AddLocalization().AddSingleton<FailureText>().BuildServiceProvider().GetRequiredService<FailureText>().Of(refused.Failure);
}
