using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace RecurrentGpt.FakeModel;

/// <summary>Writes one embedding reply to the wire.</summary>
internal sealed class EmbeddingAnswer(FakeEmbeddings reply, RecordedEmbeddingRequest request, IReadOnlyList<float[]> vectors, HttpContext context)
{
    public async Task WriteAsync()
    {
        await (reply.Hold?.WaitAsync(context.RequestAborted) ?? Task.CompletedTask);
        if (reply.IsSilent)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }

        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        await context.Response.WriteAsync(reply.Body ?? Vectors(), context.RequestAborted);
    }

    private string Vectors()
    {
        var isBase64 = reply.IsBase64 ?? request.IsBase64;
        var sent = reply.Change?.Invoke(vectors) ?? vectors;
        return JsonSerializer.Serialize(new
        {
            @object = "list",
            model = request.Model,
            data = sent.Select((vector, index) => new { @object = "embedding", index, embedding = isBase64 ? (object)Bytes(vector) : vector }),
            usage = new { prompt_tokens = 8, total_tokens = 8 },
        });
    }

    private static string Bytes(float[] vector) => Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector));
}
