using RecurrentGpt.FakeModel;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Models;
using static RecurrentGpt.Web.Models.ConnectionOutcome;

namespace RecurrentGpt.Web.Tests.Models;

public sealed class ConnectionTestTests : FakeModelTests
{
    [Fact]
    public async Task Run_GoodServer_AllWorkAndModelsAndDimensionsAreKnown()
    {
        var report = await RunAsync(Settings);

        Assert.Equal([Worked, Worked, Worked], Outcomes(report));
        Assert.Equal(["fake-embedder", "fake-writer", "fake-writer-large"], report.Models);
        Assert.Equal(64, report.Dimensions);
        Assert.True(report.CanWrite);
        Assert.Equal(3, Server.Requests.Count);
    }

    [Fact]
    public async Task Run_ServerGone_OnlyTheFirstIsTried()
    {
        await Server.RefuseConnectionsAsync();

        var report = await RunAsync(Settings);

        Assert.Equal([Failed, NotTried, NotTried], Outcomes(report));
        Assert.Equal(FailureKind.Unreachable, report.Results[0].Failure?.Kind);
        Assert.False(report.CanWrite);
    }

    [Fact]
    public async Task Run_NoListAndNoEmbeddings_SaysWhichFailed()
    {
        Server.Listing = FakeReply.Failing(404);
        Server.Enqueue(FakeEmbeddings.Failing(404));

        var report = await RunAsync(Settings);

        Assert.Equal([Failed, Worked, Failed], Outcomes(report));
        Assert.Empty(report.Models);
        Assert.Null(report.Dimensions);
        Assert.False(report.CanWrite);
    }

    [Fact]
    public async Task Run_NoListAndLocalEmbeddings_CanWrite()
    {
        Server.Listing = FakeReply.WebPage();

        var report = await RunAsync(Settings with { LocalEmbeddings = true });

        Assert.Equal([Failed, Worked, Worked], Outcomes(report));
        Assert.True(report.CanWrite);
    }

    [Fact]
    public async Task Run_SilentModel_EndsAtItsLimit()
    {
        Server.Enqueue(FakeReply.HoldAfter(0, out var hold));
        var running = RunAsync(Settings);
        await hold.Reached;

        Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(FailureKind.TimedOut, (await running).Results[1].Failure?.Kind);
    }

    [Fact]
    public async Task Run_SettingsThatCannotBeUsed_SaysWhy()
    {
        var report = await RunAsync(Settings with { BaseUrl = "" });

        Assert.Equal([Failed, NotTried, NotTried], Outcomes(report));
        Assert.Equal("The server's address is missing.", report.Results[0].Failure?.Detail);
    }

    [Fact]
    public async Task Run_Cancelled_Ends()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ConnectionTest(Factory, Clock).RunAsync(Settings, stop.Token));
    }

    private Task<ConnectionReport> RunAsync(ModelSettings settings) => new ConnectionTest(Factory, Clock).RunAsync(settings, CancellationToken.None);

    private static IEnumerable<ConnectionOutcome> Outcomes(ConnectionReport report) => report.Results.Select(result => result.Outcome);
}
