using System.Threading.Channels;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Session;

public sealed class RunWatcherTests : IAsyncLifetime
{
    private readonly FakeClock _clock = new();
    private readonly List<LiveStep> _published = [];
    private readonly Channel<StepEvent> _events = Channel.CreateUnbounded<StepEvent>(new UnboundedChannelOptions { AllowSynchronousContinuations = true });
    private readonly RunWatcher _watcher;
    private Task _watching = Task.CompletedTask;

    public RunWatcherTests() => _watcher = new RunWatcher(DeskSamples.Live, _clock, _published.Add);

    public Task InitializeAsync() => Task.Run(() => { _watching = _watcher.WatchAsync(_events.Reader.ReadAllAsync()); });

    [Fact]
    public async Task Watch_FirstPiece_IsShownAtOnce()
    {
        await WriteAsync("The ");

        Assert.Equal(["The "], _published[^1].PiecesOf(Section.Paragraph));
    }

    [Fact]
    public async Task Watch_PiecesWithinOneFlush_AreShownTogether()
    {
        await WriteAsync("The ");

        await WriteAsync("rope ");
        await WriteAsync("came ");
        await WriteAsync("up.");
        var before = _published.Count;
        _clock.Advance(RunWatcher.FlushEvery);

        Assert.Equal(1, before);
        Assert.Equal(["The ", "rope came up."], _published[^1].PiecesOf(Section.Paragraph));
    }

    [Fact]
    public async Task Watch_AnotherSection_FlushesTheFirst()
    {
        await WriteAsync("One", Section.Paragraph1);
        await WriteAsync(" more.", Section.Paragraph1);

        await WriteAsync("Two", Section.Paragraph2);

        Assert.Equal(["One", " more."], _published[^1].PiecesOf(Section.Paragraph1));
        Assert.Equal(["Two"], _published[^1].PiecesOf(Section.Paragraph2));
    }

    [Fact]
    public async Task Watch_End_ShowsWhatWasGathered()
    {
        await WriteAsync("The ");
        await WriteAsync("end.");

        _events.Writer.Complete();
        await _watching;

        Assert.Equal("The end.", string.Concat(_published[^1].PiecesOf(Section.Paragraph)));
    }

    [Fact]
    public async Task Watch_ThousandPieces_AreShownAtMostOncePerFlush()
    {
        for (var i = 0; i < 1_000; i++)
        {
            await WriteAsync("word ");
            _clock.Advance(TimeSpan.FromMilliseconds(6));
        }

        Assert.InRange(_published.Count, 40, 1 + (6_000 / (int)RunWatcher.FlushEvery.TotalMilliseconds));
    }

    [Fact]
    public async Task Watch_EventsFail_Throws()
    {
        _events.Writer.Complete(new OperationCanceledException());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _watching);
    }

    public Task DisposeAsync()
    {
        _watcher.Dispose();
        return Task.CompletedTask;
    }

    // Away from the test runner's scheduler the watcher takes each event within the write, so the clock never moves before it has.
    private async Task WriteAsync(string piece, Section section = Section.Paragraph) =>
        Assert.True(await Task.Run(() => _events.Writer.TryWrite(new StepEvent.ParagraphText(section, piece))));
}
