using System.Threading.Channels;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class RunWatcherTests : IDisposable
{
    private readonly FakeClock _clock = new();
    private readonly List<LiveStep> _published = [];
    private readonly Channel<StepEvent> _events = Channel.CreateUnbounded<StepEvent>(new UnboundedChannelOptions { AllowSynchronousContinuations = true });
    private readonly RunWatcher _watcher;
    private readonly Task _watching;

    public RunWatcherTests()
    {
        _watcher = new RunWatcher(DeskSamples.Live, _clock, _published.Add);
        _watching = _watcher.WatchAsync(_events.Reader.ReadAllAsync());
    }

    [Fact]
    public void Watch_FirstPiece_IsShownAtOnce()
    {
        Write("The ");

        Assert.Equal(["The "], _published[^1].PiecesOf(Section.Paragraph));
    }

    [Fact]
    public void Watch_PiecesWithinOneFlush_AreShownTogether()
    {
        Write("The ");

        Write("rope ");
        Write("came ");
        Write("up.");
        var before = _published.Count;
        _clock.Advance(RunWatcher.FlushEvery);

        Assert.Equal(1, before);
        Assert.Equal(["The ", "rope came up."], _published[^1].PiecesOf(Section.Paragraph));
    }

    [Fact]
    public void Watch_AnotherSection_FlushesTheFirst()
    {
        Write("One", Section.Paragraph1);
        Write(" more.", Section.Paragraph1);

        Write("Two", Section.Paragraph2);

        Assert.Equal(["One", " more."], _published[^1].PiecesOf(Section.Paragraph1));
        Assert.Equal(["Two"], _published[^1].PiecesOf(Section.Paragraph2));
    }

    [Fact]
    public async Task Watch_End_ShowsWhatWasGathered()
    {
        Write("The ");
        Write("end.");

        _events.Writer.Complete();
        await _watching;

        Assert.Equal("The end.", string.Concat(_published[^1].PiecesOf(Section.Paragraph)));
    }

    [Fact]
    public void Watch_ThousandPieces_AreShownAtMostOncePerFlush()
    {
        for (var i = 0; i < 1_000; i++)
        {
            Write("word ");
            _clock.Advance(TimeSpan.FromMilliseconds(6));
        }

        Assert.InRange(_published.Count, 80, 1 + (6_000 / (int)RunWatcher.FlushEvery.TotalMilliseconds));
    }

    [Fact]
    public async Task Watch_EventsFail_Throws()
    {
        _events.Writer.Complete(new OperationCanceledException());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _watching);
    }

    public void Dispose() => _watcher.Dispose();

    private void Write(string piece, Section section = Section.Paragraph) => Assert.True(_events.Writer.TryWrite(new StepEvent.ParagraphText(section, piece)));
}
