using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

/// <summary>Makes the models that settings name. Nothing is sent yet.</summary>
public sealed class ModelFactory(ModelTransport transport, IOptions<ModelOptions> options, OwnServers servers, TimeProvider clock)
{
    /// <summary>The models of these settings.</summary>
    /// <exception cref="ModelException">The settings cannot be used; the failure says why.</exception>
    public WritingModels Build(ModelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Provider == ModelProvider.Offline ? Sample() : Remote(settings);
    }

    internal ModelConnection Connect(ModelSettings settings) => Problems(settings) is [var problem, ..]
        ? throw new ModelException(new StepFailure(problem.Kind, problem.Reason))
        : new ModelConnection(settings, transport, clock);

    // Checked here too, and not only where they are saved: what may be used can have changed since.
    private IReadOnlyList<ModelProblem> Problems(ModelSettings settings) => settings.Problems() is { Count: > 0 } problems ? problems : servers.Problems(settings);

    private WritingModels Remote(ModelSettings settings)
    {
        var connection = Connect(settings);
        return new WritingModels
        {
            Chat = new OpenAiChatClient(connection, settings.ChatModel),
            ChatModel = settings.ChatModel,
            ChatOptions = new ChatOptions { Temperature = settings.Temperature, MaxOutputTokens = settings.MaxOutputTokens },
            Embedder = settings.LocalEmbeddings
                ? new LocalEmbedder()
                : new OpenAiEmbedder(connection, settings.EmbeddingModel, settings.EmbeddingDimensions),
            EmbeddingModel = settings.LocalEmbeddings ? LocalEmbedder.Name : settings.EmbeddingSpace,
        };
    }

    private SampleWriterOptions SampleOptions => new() { Seed = options.Value.SampleSeed, WordsPerSecond = options.Value.SampleWordsPerSecond };

    private WritingModels Sample() => new()
    {
        Chat = new SampleWriter(SampleOptions, clock),
        ChatModel = SampleWriter.Name,
        Embedder = new LocalEmbedder(),
        EmbeddingModel = LocalEmbedder.Name,
        IsSample = true,
    };
}
