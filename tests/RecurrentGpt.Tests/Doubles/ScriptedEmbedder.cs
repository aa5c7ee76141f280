using Microsoft.Extensions.AI;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Tests.Doubles;

/// <summary>Embeds by counting letters, so that texts of the same letters are near; keeps what was sent to it, and fails when told to.</summary>
public sealed class ScriptedEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    public List<IReadOnlyList<string>> Requests { get; } = [];

    public StepFailure? Failure { get; set; }

    /// <summary>Runs before each answer; what it throws is the answer.</summary>
    public Func<IReadOnlyList<string>, CancellationToken, Task>? Before { get; set; }

    /// <summary>Makes another vector of the one that a text would get.</summary>
    public Func<string, float[], float[]>? Change { get; set; }

    /// <summary>The vector that a text gets.</summary>
    public static float[] Embed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var counts = new float[27];
        counts[26] = 0.1f;
        foreach (var c in text.ToLowerInvariant().Where(char.IsAsciiLetterLower))
        {
            counts[c - 'a']++;
        }

        return counts;
    }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        Requests.Add(texts);
        await (Before?.Invoke(texts, cancellationToken) ?? Task.CompletedTask);
        return Failure is null
            ? new GeneratedEmbeddings<Embedding<float>>(texts.Select(text => new Embedding<float>(Change is null ? Embed(text) : Change(text, Embed(text)))))
            : throw new ModelException(Failure);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
