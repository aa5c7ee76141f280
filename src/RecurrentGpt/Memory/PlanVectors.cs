using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Memory;

/// <summary>
/// Embeddings of the plans that an author has looked at lately, by their exact text: what a plan would recall is paid for once, and the step
/// that follows the plan recalls the very same. Safe to use from several threads.
/// </summary>
public sealed class PlanVectors
{
    // Three plans and the author's own, in a few wordings each while they are typed.
    private const int Most = 32;

    private readonly Lock _gate = new();
    private readonly LinkedList<(string Text, ReadOnlyMemory<float> Vector)> _latest = [];
    private readonly Dictionary<string, Request> _underWay = [];

    /// <summary>The vector of a plan; null when it was not looked at lately.</summary>
    public ReadOnlyMemory<float>? Find(string text)
    {
        lock (_gate)
        {
            for (var node = _latest.First; node is not null; node = node.Next)
            {
                if (node.Value.Text == text)
                {
                    return node.Value.Vector;
                }
            }

            return null;
        }
    }

    /// <summary>Keeps the vector of a plan, and lets the oldest go when there are more than 32.</summary>
    public void Remember(string text, ReadOnlyMemory<float> vector)
    {
        lock (_gate)
        {
            _latest.AddFirst((text, vector));
            if (_latest.Count > Most)
            {
                _latest.RemoveLast();
            }
        }
    }

    /// <summary>
    /// The vector of a plan: kept, or asked for. Who wants it while it is asked for waits for the same request, which is given up when nobody waits any more.
    /// </summary>
    internal async Task<EmbeddingResult> GetAsync(string text, Func<CancellationToken, Task<EmbeddingResult>> embed, CancellationToken cancellationToken)
    {
        Request? request;
        lock (_gate)
        {
            if (Find(text) is { } known)
            {
                return new EmbeddingResult([known], null);
            }

            if (!_underWay.TryGetValue(text, out request))
            {
                _underWay[text] = request = new Request(token => AskAsync(text, embed, token));
            }

            request.Waiting++;
        }

        try
        {
            return await request.Result.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave(text, request);
        }
    }

    private async Task<EmbeddingResult> AskAsync(string text, Func<CancellationToken, Task<EmbeddingResult>> embed, CancellationToken cancellationToken)
    {
        var result = await embed(cancellationToken);
        if (result.Vectors is [var vector])
        {
            Remember(text, vector);
        }

        return result;
    }

    private void Leave(string text, Request request)
    {
        lock (_gate)
        {
            if (--request.Waiting > 0)
            {
                return;
            }

            _underWay.Remove(text);
        }

        request.Dispose();
    }

    /// <summary>A request under way, begun by the first who waits for it and ended with the last.</summary>
    private sealed class Request : IDisposable
    {
        private readonly CancellationTokenSource _unwanted = new();
        private readonly Lazy<Task<EmbeddingResult>> _result;

        public Request(Func<CancellationToken, Task<EmbeddingResult>> ask) => _result = new(() => ask(_unwanted.Token));

        public int Waiting { get; set; }

        public Task<EmbeddingResult> Result => _result.Value;

        public void Dispose()
        {
            _unwanted.Cancel();
            _unwanted.Dispose();
        }
    }
}
