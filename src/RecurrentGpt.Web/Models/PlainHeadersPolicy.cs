using System.ClientModel.Primitives;

namespace RecurrentGpt.Web.Models;

/// <summary>Says who is calling and nothing else: the SDK would tell the server about runtime and machine.</summary>
internal sealed class PlainHeadersPolicy : PipelinePolicy
{
    private static readonly string Name = $"RecurrentGPT-Web/{typeof(PlainHeadersPolicy).Assembly.GetName().Version?.ToString(3)}";

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Clean(message.Request.Headers);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        Clean(message.Request.Headers);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }

    private static void Clean(PipelineRequestHeaders headers)
    {
        foreach (var name in headers.Select(header => header.Key).Where(IsTelemetry).ToList())
        {
            headers.Remove(name);
        }

        headers.Set("User-Agent", Name);
    }

    private static bool IsTelemetry(string name) => name.StartsWith("X-", StringComparison.OrdinalIgnoreCase);
}
