using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Runs;

public sealed class QueryVectorsTests : IModelSource
{
    private readonly ScriptedEmbedder _embedder = new();
    private readonly QueryVectors _queries;
    private WritingModels _models;
    private StepFailure? _unsettled;

    public QueryVectorsTests()
    {
        _models = Samples.Models(new ScriptedChat(), _embedder);
        _queries = new QueryVectors(this, new RecurrenceOptions(), new FakeClock());
    }

    public ValueTask<WritingModels> CurrentAsync(CancellationToken cancellationToken) =>
        _unsettled is { } failure ? throw new ModelException(failure) : ValueTask.FromResult(_models);

    [Fact]
    public async Task Ask_ThatMay_AsksOnceAndKnowsTheSameAgain()
    {
        var first = await AskAsync("a lamp", mayAsk: true);
        var again = await AskAsync("a lamp", mayAsk: false);

        Assert.Equal(["a lamp"], Assert.Single(_embedder.Requests));
        Assert.Equal(ScriptedEmbedder.Embed("a lamp"), first.Vector!.Value.ToArray());
        Assert.Equal(first, again);
        Assert.Equal("letters", again.EmbeddingModel);
    }

    [Fact]
    public async Task Ask_ThatMayNot_SendsNothing()
    {
        var asked = await AskAsync("a lamp", mayAsk: false);

        Assert.True(asked.IsUnasked);
        Assert.Null(asked.Vector);
        Assert.Empty(_embedder.Requests);
    }

    [Fact]
    public async Task Ask_OfTheLocalEmbedder_NeedsNoLeave()
    {
        _models = _models with { Embedder = new LocalEmbedder(), EmbeddingModel = LocalEmbedder.Name };

        var asked = await AskAsync("a lamp", mayAsk: false);

        Assert.False(asked.IsUnasked);
        Assert.Equal(LocalEmbedder.Dimensions, asked.Vector!.Value.Length);
    }

    [Fact]
    public async Task Ask_AnotherModel_AsksAnew()
    {
        await AskAsync("a lamp", mayAsk: true);
        _models = _models with { EmbeddingModel = "other letters" };

        Assert.True((await AskAsync("a lamp", mayAsk: false)).IsUnasked);
    }

    [Fact]
    public async Task Ask_ThatFails_SaysWhyAndRemembersNothing()
    {
        _embedder.Failure = new StepFailure(FailureKind.Unreachable);
        Assert.Equal(FailureKind.Unreachable, (await AskAsync("a lamp", mayAsk: true)).Failure?.Kind);
        Assert.True((await AskAsync("a lamp", mayAsk: false)).IsUnasked);

        _unsettled = new StepFailure(FailureKind.Unauthorized);
        Assert.Equal(FailureKind.Unauthorized, (await AskAsync("a lamp", mayAsk: true)).Failure?.Kind);
    }

    private Task<QueryVector> AskAsync(string text, bool mayAsk) => _queries.AskAsync(text, mayAsk, CancellationToken.None);
}
