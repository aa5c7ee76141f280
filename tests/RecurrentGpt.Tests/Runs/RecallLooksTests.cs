using RecurrentGpt.Memory;
using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Runs;

public sealed class RecallLooksTests
{
    private readonly ShelfStore _store = new(new ScriptedChat());
    private readonly MemoryShelf _shelf = new();
    private readonly Settings _settings;

    public RecallLooksTests() => _settings = new Settings(_store.Models);

    private ScriptedEmbedder Embedder => (ScriptedEmbedder)_store.Models.Embedder;

    [Fact]
    public async Task Look_WithAPlanThatMayBeAsked_AsksOnceAndRemembers()
    {
        var first = await LookAsync("She climbs down.", mayAsk: true);
        var second = await LookAsync("She climbs down.", mayAsk: false);

        Assert.Equal(["She climbs down."], Assert.Single(Embedder.Requests));
        Assert.Null(first.Failure);
        Assert.False(second.IsUnasked);
    }

    [Fact]
    public async Task Look_WithAPlanThatMayNotBeAsked_SendsNothingAndSaysSo()
    {
        var look = await LookAsync("She climbs down.", mayAsk: false);

        Assert.True(look.IsUnasked);
        Assert.Empty(Embedder.Requests);
        Assert.Single(look.Weighing.Entries);
    }

    [Fact]
    public async Task Look_WithoutAPlan_SendsNothing()
    {
        var look = await LookAsync(null, mayAsk: true);

        Assert.False(look.IsUnasked);
        Assert.Empty(Embedder.Requests);
    }

    [Fact]
    public async Task Look_WithTheLocalEmbedder_AsksNobodyAndWeighs()
    {
        _settings.Models = _store.Models with { Embedder = new LocalEmbedder(), EmbeddingModel = LocalEmbedder.Name };

        var look = await LookAsync("She climbs down.", mayAsk: false);

        Assert.False(look.IsUnasked);
        Assert.NotNull(_shelf.Find(_store.Story.Id)!.Plans.Find("She climbs down."));
    }

    [Fact]
    public async Task Look_WhenTheEmbeddingFails_SaysWhyAndStillShowsTheEntries()
    {
        Embedder.Failure = new StepFailure(FailureKind.Unreachable);

        var look = await LookAsync("She climbs down.", mayAsk: true);

        Assert.Equal(FailureKind.Unreachable, look.Failure!.Kind);
        Assert.Single(look.Weighing.Entries);
    }

    [Fact]
    public async Task Look_WithSettingsThatCannotBeUsed_SaysWhyAndStillShowsTheEntries()
    {
        _settings.Failure = new StepFailure(FailureKind.Unauthorized);

        var look = await LookAsync("She climbs down.", mayAsk: true);

        Assert.Equal(FailureKind.Unauthorized, look.Failure!.Kind);
        Assert.Single(look.Weighing.Entries);
        Assert.Null(_shelf.Find(_store.Story.Id));
    }

    private Task<RecallLook> LookAsync(string? plan, bool mayAsk) =>
        new RecallLooks(_store, _settings, _shelf, new RecurrenceOptions(), new FakeClock()).LookAsync(_store.Story.Id, _store.Head.Id, 4, plan, mayAsk, default);

    private sealed class Settings(WritingModels models) : IModelSource
    {
        public WritingModels Models { get; set; } = models;

        public StepFailure? Failure { get; set; }

        public ValueTask<WritingModels> CurrentAsync(CancellationToken cancellationToken) =>
            Failure is null ? ValueTask.FromResult(Models) : throw new ModelException(Failure);
    }
}
