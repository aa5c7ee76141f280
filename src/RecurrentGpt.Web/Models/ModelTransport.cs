using System.ClientModel.Primitives;
using Azure.Core;
using Azure.Identity;

namespace RecurrentGpt.Web.Models;

/// <summary>
/// The one way out to model servers. It sets no limit on a reply: whoever asks does, by cancellation. The usual proxy variables hold,
/// as for any handler of .NET.
/// </summary>
public sealed class ModelTransport : IDisposable
{
    private static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(30);

    private readonly HttpClient _client;
    private readonly Lazy<TokenCredential> _identity;

    public ModelTransport()
        : this(Handler(), () => new DefaultAzureCredential())
    {
    }

    /// <summary>With another handler and identity, for tests.</summary>
    public ModelTransport(HttpMessageHandler handler, Func<TokenCredential> identity)
    {
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _identity = new Lazy<TokenCredential>(identity);
        Pipeline = new HttpClientPipelineTransport(_client);
    }

    internal HttpClientPipelineTransport Pipeline { get; }

    /// <summary>Whoever the program runs as, in Azure's eyes. Asked for once, since it keeps its tokens.</summary>
    internal TokenCredential Identity => _identity.Value;

    public void Dispose()
    {
        Pipeline.Dispose();
        _client.Dispose();
    }

    // A redirect is refused and named: followed, a POST would arrive as a GET, and the key might go to another host.
    // And nothing is read on for the sake of a connection that could be used again: who stops wants the model to stop, now.
    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        ConnectTimeout = ConnectLimit,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
