using System.Text.Json;
using Microsoft.Extensions.AI;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

/// <summary>
/// An embedding model on a server that speaks OpenAI's protocol. One request for all texts of a call, sent once; what goes wrong, also
/// with the vectors, comes as <see cref="ModelException"/>.
/// </summary>
public sealed class OpenAiEmbedder(ModelConnection connection, string model, int? dimensions) : IEmbeddingGenerator<string, Embedding<float>>
{
    private const int LongestAnswer = 64 * 1_024 * 1_024;

    private readonly OpenAI.Embeddings.EmbeddingClient _client = connection.Embeddings();
    private readonly EmbeddingGeneratorMetadata _metadata = new("openai", connection.Endpoint, model, dimensions);

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        if (texts.Count == 0)
        {
            return [];
        }

        using var request = EmbeddingRequestBody.Write(model, texts, dimensions);
        using var answer = await connection.Caller.SendAsync(sent => _client.GenerateEmbeddingsAsync(request, sent), cancellationToken);
        var body = await AnswerBody.TextAsync(answer, LongestAnswer, cancellationToken);

        return [.. Read(body, texts.Count).Select(vector => new Embedding<float>(vector) { ModelId = model })];
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
        {
            return null;
        }

        return serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose()
    {
        // The transport is shared and belongs to the host.
    }

    private IReadOnlyList<float[]> Read(string body, int count)
    {
        try
        {
            var (vectors, problem) = EmbeddingAnswer.Read(body, count, dimensions);
            return problem is null ? vectors : throw new ModelException(new StepFailure(FailureKind.UnusableVectors, problem));
        }
        catch (JsonException exception)
        {
            throw new ModelException(new StepFailure(FailureKind.NotAModel, connection.Caller.Safe.Of(Reasons.Of("NoJson", body))), exception);
        }
    }
}
