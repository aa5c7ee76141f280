using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;
using OpenAI.Models;

namespace RecurrentGpt.Web.Models;

/// <summary>The SDK's clients for one set of settings. They neither retry nor set limits: the loop does both.</summary>
public sealed class ModelConnection
{
    private const string EntraScope = "https://ai.azure.com/.default";

    private readonly ModelSettings _settings;
    private readonly OpenAIClientOptions _options;
    private readonly AuthenticationPolicy _authentication;

    /// <summary>Settles address and sign-in; nothing is sent yet.</summary>
    /// <exception cref="Recurrence.ModelException">The settings cannot be used; the failure says why.</exception>
    public ModelConnection(ModelSettings settings, ModelTransport transport, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(transport);
        _settings = settings;
        Endpoint = ModelEndpoint.Of(settings);
        Caller = new ModelCaller(Endpoint, new SafeDetail(settings.ApiKey), clock);
        _authentication = Authentication(settings, transport);
        _options = new OpenAIClientOptions
        {
            Endpoint = Endpoint,
            Transport = transport.Pipeline,
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            EnableDistributedTracing = false,
        };
        _options.AddPolicy(new PlainHeadersPolicy(), PipelinePosition.BeforeTransport);
    }

    internal Uri Endpoint { get; }

    internal ModelCaller Caller { get; }

    // OpenAI's newer models refuse max_tokens, and many compatible servers know nothing else.
    internal string TokenLimitName => _settings.Provider == ModelProvider.Compatible ? "max_tokens" : "max_completion_tokens";

#pragma warning disable OPENAI001 // The only constructors that take a sign-in other than a bearer key are marked as experimental.
    internal ChatClient Chat() => new(_settings.ChatModel, _authentication, _options);

    internal EmbeddingClient Embeddings() => new(_settings.EmbeddingModel, _authentication, _options);

    internal OpenAIModelClient Models() => new(_authentication, _options);
#pragma warning restore OPENAI001

    private static AuthenticationPolicy Authentication(ModelSettings settings, ModelTransport transport)
    {
        if (settings is { Provider: ModelProvider.AzureOpenAi, UseEntraId: true })
        {
            return new BearerTokenPolicy(transport.Identity, EntraScope);
        }

        if (!settings.HasKey)
        {
            return new NoAuthentication();
        }

        var key = new ApiKeyCredential(settings.ApiKey!);
        return settings.Provider == ModelProvider.AzureOpenAi
            ? ApiKeyAuthenticationPolicy.CreateHeaderApiKeyPolicy(key, "api-key")
            : ApiKeyAuthenticationPolicy.CreateBearerAuthorizationPolicy(key);
    }
}
