using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Features.Search;

namespace RecurrentGpt.Web.Tests.Features.Search;

public sealed class LibrarySearchTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly List<(SearchState Words, SearchState Meaning)> _seen = [];
    private SearchHost _host = null!;
    private LibrarySearch _search = null!;

    public async Task InitializeAsync()
    {
        _host = await SearchHost.OpenAsync();
        _search = _host.NewSearch();
        await _host.WriteAsync("Shore", "The lamp was lit.", "An orchard of glass.");
    }

    public async Task DisposeAsync()
    {
        _search.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Search_Typed_ShowsWordsFirstAndThenMeaning()
    {
        await SearchAsync(" lamp ", mayAsk: true);

        Assert.Equal(
            [(SearchState.Searching, SearchState.None), (SearchState.Done, SearchState.Searching), (SearchState.Done, SearchState.Done)], _seen);
        Assert.Equal("lamp", _search.Query);
        Assert.Equal([1], _search.Words!.Paragraphs.Select(paragraph => paragraph.Number));
        Assert.Equal([1, 2], _search.Meanings.Select(paragraph => paragraph.Number));
        Assert.Contains(_search.Meanings[0].Excerpt, piece => piece is { IsHit: true, Text: "lamp" });
    }

    [Fact]
    public async Task Search_ByAServerThatWasNotToBeAsked_WaitsForThePerson()
    {
        await SearchAsync("lamp", mayAsk: false);

        Assert.Equal(SearchState.Unasked, _search.ByMeaning);
        Assert.Empty(_host.Embedder.Requests);
        Assert.Single(_search.Words!.Paragraphs);

        await _search.AskAsync(Look, CancellationToken.None);
        Assert.Equal(SearchState.Done, _search.ByMeaning);
        Assert.Equal(["lamp"], Assert.Single(_host.Embedder.Requests));
        Assert.Single(_search.Words!.Paragraphs);
    }

    [Fact]
    public async Task Search_WithTheLocalEmbedder_AsksNobody()
    {
        _host.Models = _host.Models with { Embedder = new LocalEmbedder(), EmbeddingModel = LocalEmbedder.Name };

        await SearchAsync("lamp", mayAsk: false);

        Assert.Equal(SearchState.Done, _search.ByMeaning);
        Assert.Empty(_search.Meanings);
    }

    [Fact]
    public async Task Search_EmbeddingFails_KeepsTheWordsAndSaysWhy()
    {
        _host.Embedder.Failure = new StepFailure(FailureKind.Unreachable);

        await SearchAsync("lamp", mayAsk: true);

        Assert.Equal((SearchState.Done, SearchState.Failed), (_search.ByWords, _search.ByMeaning));
        Assert.Equal(FailureKind.Unreachable, _search.MeaningFailure?.Kind);
        Assert.Single(_search.Words!.Paragraphs);

        _host.Embedder.Failure = null;
        await _search.AskAsync(Look, CancellationToken.None);
        Assert.Null(_search.MeaningFailure);
        Assert.Equal(2, _search.Meanings.Count);
    }

    [Theory]
    [InlineData("", SearchState.None)]
    [InlineData("?!", SearchState.None)]
    [InlineData("long", SearchState.TooLong)]
    public async Task Search_NothingThatCanBeSearchedFor_SearchesForNothing(string typed, SearchState state)
    {
        await SearchAsync(typed == "long" ? new string('a', LibrarySearch.LongestQuery + 1) : typed, mayAsk: true);

        Assert.Equal((state, SearchState.None), (_search.ByWords, _search.ByMeaning));
        Assert.Null(_search.Words);
        Assert.Empty(_host.Embedder.Requests);
    }

    [Fact]
    public async Task Search_ANewOne_EndsTheOneBefore()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _host.Embedder.Before = (texts, stop) =>
        {
            asked.TrySetResult();
            return texts[0] == "lamp" ? Task.Delay(Timeout.Infinite, stop) : Task.CompletedTask;
        };
        var first = SearchAsync("lamp", mayAsk: true);
        await asked.Task.WaitAsync(Patience);

        await SearchAsync("orchard", mayAsk: true).WaitAsync(Patience);
        await first.WaitAsync(Patience);

        Assert.Equal("orchard", _search.Query);
        Assert.Equal([2], _search.Words!.Paragraphs.Select(paragraph => paragraph.Number));
        Assert.Equal(SearchState.Done, _search.ByMeaning);
        Assert.Equal(2, _search.Meanings[0].Number);
    }

    [Fact]
    public async Task Search_EmbeddingTakesTooLong_SaysSo()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _host.Embedder.Before = (_, stop) =>
        {
            asked.TrySetResult();
            return Task.Delay(Timeout.Infinite, stop);
        };
        var search = SearchAsync("lamp", mayAsk: true);
        await asked.Task.WaitAsync(Patience);

        _host.Database.Clock.Advance(new RecurrenceOptions().EmbeddingLimit);
        await search.WaitAsync(Patience);

        Assert.Equal(FailureKind.TimedOut, _search.MeaningFailure?.Kind);
        Assert.Single(_search.Words!.Paragraphs);
    }

    [Fact]
    public async Task Search_MoreIsUnreadThanCanBeReadFirst_SaysHowMuch()
    {
        await _host.WriteAsync("Tower", [.. Enumerable.Range(0, 1_100).Select(number => $"Lamp {number}.")]);

        await SearchAsync("lamp", mayAsk: false);
        Assert.Equal(102, _search.Words!.Unread);

        await SearchAsync("lamp", mayAsk: false);
        Assert.Equal(0, _search.Words!.Unread);
    }

    [Fact]
    public async Task MakeReady_WhileSomebodyTypes_ReadsTheVectorsAndAsksNoServer()
    {
        await _search.MakeReadyAsync(CancellationToken.None);

        Assert.True(_host.Vectors.IsOpen);
        Assert.Empty(_host.Embedder.Requests);
        await SearchAsync("lamp", mayAsk: true);
        Assert.Equal([1, 2], _search.Meanings.Select(paragraph => paragraph.Number));
    }

    [Fact]
    public async Task MakeReady_ThatIsGivenUp_IsNoFailureOfASearch()
    {
        using var closed = new CancellationTokenSource();
        await closed.CancelAsync();

        await _search.MakeReadyAsync(closed.Token);

        Assert.False(_host.Vectors.IsOpen);
        Assert.Equal((SearchState.None, SearchState.None), (_search.ByWords, _search.ByMeaning));
        await SearchAsync("lamp", mayAsk: true);
        Assert.Equal(SearchState.Done, _search.ByMeaning);
    }

    [Fact]
    public async Task Search_PageIsClosed_Ends()
    {
        using var closed = new CancellationTokenSource();
        await closed.CancelAsync();

        await _search.SearchAsync("lamp", mayAsk: true, Look, closed.Token).WaitAsync(Patience);

        Assert.Empty(_host.Embedder.Requests);
        Assert.Null(_search.Words);
    }

    private void Look() => _seen.Add((_search.ByWords, _search.ByMeaning));

    private Task SearchAsync(string typed, bool mayAsk) => _search.SearchAsync(typed, mayAsk, Look, CancellationToken.None);
}
