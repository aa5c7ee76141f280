using RecurrentGpt.FakeModel;

namespace RecurrentGpt.Faults.Kill;

/// <summary>A model's server that answers nothing until a round lets it, and keeps what it answers.</summary>
internal sealed class GatedModel : IAsyncDisposable
{
    private readonly FakeModelServer _server;
    private readonly List<string> _paragraphs = [];
    private Gate _gate = new();

    private GatedModel(FakeModelServer server)
    {
        _server = server;
        server.Reply = Write;
    }

    public Uri Address => _server.BaseUrl;

    /// <summary>Done when the first request of the round is there.</summary>
    public Task Asked => _gate.Asked.Task;

    /// <summary>The paragraphs that it was writing in the round before this one.</summary>
    public IReadOnlyList<string> LastParagraphs { get; private set; } = [];

    public static async Task<GatedModel> StartAsync() => new(await FakeModelServer.StartAsync());

    /// <summary>Begins a round: shuts the gate, and says how the first request is answered.</summary>
    public void Begin(FakeReply? reply)
    {
        _gate.Open();
        _gate = new Gate();
        if (reply is not null)
        {
            _server.Enqueue(reply);
        }
    }

    public void Open() => _gate.Open();

    /// <summary>Ends a round, when nobody asks any more.</summary>
    public void End()
    {
        lock (_paragraphs)
        {
            LastParagraphs = [.. _paragraphs];
            _paragraphs.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _gate.Open();
        await _server.DisposeAsync();
    }

    private string Write(RecordedChatRequest request)
    {
        var text = FormReply.Write(request);
        lock (_paragraphs)
        {
            _paragraphs.Add(text.Split("\n\n")[0].Replace("Output Paragraph:\n", "", StringComparison.Ordinal));
        }

        _gate.Wait();
        return text;
    }

    private sealed class Gate
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Open() => _open.TrySetResult();

        public void Wait()
        {
            Asked.TrySetResult();
            _open.Task.Wait();
        }
    }
}
