using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Models;

/// <summary>Tests against a real server on loopback.</summary>
public abstract class FakeModelTests : IAsyncLifetime
{
    protected const string Key = "sk-test-0123456789abcdef";

    private readonly ModelTransport _transport = new();

    protected FakeModelServer Server { get; private set; } = null!;

    protected FakeClock Clock { get; } = new();

    protected ModelSettings Settings => new()
    {
        Provider = ModelProvider.Compatible,
        BaseUrl = Server.BaseUrl.ToString(),
        ApiKey = Key,
        ChatModel = "fake-writer",
        EmbeddingModel = "fake-embedder",
    };

    protected ModelFactory Factory => new(_transport, Options.Create(new ModelOptions()), Servers.OfOwner, Clock);

    public async Task InitializeAsync() => Server = await FakeModelServer.StartAsync();

    public async Task DisposeAsync()
    {
        _transport.Dispose();
        await Server.DisposeAsync();
    }

    protected static IReadOnlyList<ChatMessage> Messages(string user = "Go on.") => [new(ChatRole.System, "You write."), new(ChatRole.User, user)];

    protected async Task<IReadOnlyList<ChatResponseUpdate>> ChatAsync(ModelSettings? settings = null, string user = "Go on.")
    {
        var models = Factory.Build(settings ?? Settings);
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in models.Chat.GetStreamingResponseAsync(Messages(user), models.ChatOptions))
        {
            updates.Add(update);
        }

        return updates;
    }

    protected async Task<StepFailure> ChatFailureAsync(ModelSettings? settings = null) =>
        (await Assert.ThrowsAsync<ModelException>(() => ChatAsync(settings))).Failure;

    protected static string Text(IEnumerable<ChatResponseUpdate> updates) => string.Concat(updates.Select(update => update.Text));
}
