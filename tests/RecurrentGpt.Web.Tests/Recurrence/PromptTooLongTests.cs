using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Sent;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Recurrence;

/// <summary>A model with a small context, over real storage and a real server on loopback: what is sent, what is stored of it, and what the screen can say.</summary>
public sealed class PromptTooLongTests : IAsyncLifetime
{
    private const string TooLong = """{"error":{"message":"This model's maximum context length is 4096 tokens.","code":"context_length_exceeded"}}""";

    private readonly TempFolder _folder = new();
    private FakeModelServer _model = null!;
    private ServiceProvider _services = null!;
    private Guid _storyId;

    public async Task InitializeAsync()
    {
        _model = await FakeModelServer.StartAsync();
        _services = LoopServices.Of(_folder.Path, _model.BaseUrl);
        await _services.GetRequiredService<StorageStartup>().OpenAsync();
        _storyId = (await _services.GetRequiredService<StoryLibrary>().CreateAsync(new StoryCard { Premise = "A harbour." }, new StorySettings { NewCharacterChance = 0 })).Id;
        await RunAsync(new RunRequest(_storyId, RunKind.Opening));
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _model.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task AStep_ThatIsTooLong_IsStoredWithWhatWasTrulySent()
    {
        _model.Enqueue(FakeReply.Failing(400, TooLong));

        var (runId, result) = await RunAsync(await NextAsync());

        Assert.Equal([StepNotice.RecalledLeftOut], result.Notices);
        Assert.Empty(result.Steps[0].Recalled);
        Assert.Equal([true, false], _model.ChatRequests.Skip(1).Select(request => Marks.TryRead(request.User, PartNames.Recalled, out _)));
        var sent = (await new SentStore(_services.GetRequiredService<IDbContextFactory<WritingDb>>()).ReadAsync(runId))!;
        Assert.True(sent.HasLeftOut);
        Assert.Equal(_model.ChatRequests.Skip(1).Select(request => request.User), sent.Exchanges.Select(exchange => exchange.User));
        Assert.True(Receipts.Of(sent)!.IsTrue);
    }

    [Fact]
    public async Task AStep_ThatStaysTooLong_NamesWhatToShortenAlsoWhenTheDeskIsOpenedAnew()
    {
        _model.Enqueue(FakeReply.Failing(400, TooLong));
        _model.Enqueue(FakeReply.Failing(400, TooLong));

        var (_, result) = await RunAsync(await NextAsync());

        var leftover = (await DraftAsync()).Leftover!;
        Assert.Equal(result.Failure, leftover.Failure);
        var message = _services.GetRequiredService<FailureText>().Of(leftover.Failure!);
        Assert.Contains("Shorten what takes the most", message, StringComparison.Ordinal);
        Assert.Matches("instructions [0-9,]+, .*short-term memory [0-9]+.*Details: HTTP 400: This model's maximum", message);
        Assert.Equal(3, _model.ChatRequests.Count);
    }

    private async Task<RunRequest> NextAsync()
    {
        var head = (await DraftAsync()).Head!;
        return new RunRequest(_storyId, RunKind.Step) { ParentId = head.Id, Plan = head.Plans[0].ToPlan() };
    }

    private async Task<Draft> DraftAsync() => (await _services.GetRequiredService<DraftStore>().ReadAsync(_storyId))!;

    private async Task<(Guid RunId, RunResult Result)> RunAsync(RunRequest request)
    {
        var run = (await _services.GetRequiredService<Study>().Runner.StartAsync(request, CancellationToken.None))!;
        return (run.Id, await run.Completion);
    }
}
