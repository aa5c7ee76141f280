using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace RecurrentGpt.FakeModel;

/// <summary>Writes one chat reply to the wire, with the fault that it is to have.</summary>
internal sealed class ChatAnswer(FakeReply reply, string text, string model, HttpContext context)
{
    private readonly CancellationToken _left = context.RequestAborted;

    public async Task WriteAsync(bool isStream)
    {
        await (reply.HoldBefore?.WaitAsync(_left) ?? Task.CompletedTask);
        await AnswerAsync(isStream);
    }

    private Task AnswerAsync(bool isStream) => reply switch
    {
        { CutAt: { } share } => CutAsync(share),
        _ => WholeAsync(isStream),
    };

    private Task WholeAsync(bool isStream) => reply.Fault switch
    {
        FakeFault.Status or FakeFault.RawBody => WriteBodyAsync(reply.Body, reply.ContentType),
        FakeFault.ResetBeforeAnswer => ResetAsync(),
        _ => isStream ? StreamAsync() : WriteBodyAsync(Whole(), "application/json"),
    };

    private async Task WriteBodyAsync(string body, string contentType)
    {
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = contentType;
        AddHeaders();
        await context.Response.WriteAsync(body, _left);
    }

    // The whole body is known beforehand, so that it can be cut within a character, a line or an event.
    private async Task CutAsync(double share)
    {
        var body = Encoding.UTF8.GetBytes(string.Concat(Pieces().Select(piece => Event(Chunk(piece, finish: null))).Append(Event(Chunk("", reply.FinishReason))).Append(Event("[DONE]"))));
        await BeginAsync();
        await context.Response.Body.WriteAsync(body.AsMemory(0, (int)Math.Round(share * body.Length)), _left);
        await context.Response.Body.FlushAsync(_left);
        await (reply.Hold?.WaitAsync(_left) ?? Task.CompletedTask);
        if (reply.Fault == FakeFault.ResetInStream)
        {
            await ResetAsync();
        }
    }

    private async Task BeginAsync()
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        AddHeaders();
        if (reply.Fault == FakeFault.CloseInStream)
        {
            // A length that is never reached makes the server close the connection where the handler ends.
            context.Response.ContentLength = int.MaxValue;
        }

        await context.Response.StartAsync(_left);
        await context.Response.Body.FlushAsync(_left);
    }

    private async Task StreamAsync()
    {
        await BeginAsync();
        var (count, pace) = (0, new Pace(reply.Delay ?? TimeSpan.Zero));
        foreach (var piece in Pieces())
        {
            if (count++ == reply.After)
            {
                if (!await PassAsync())
                {
                    return;
                }

                pace = new Pace(reply.DelayAfterHold ?? reply.Delay ?? TimeSpan.Zero);
            }

            await pace.WaitAsync(_left);
            await SendAsync(Chunk(piece, finish: null));
        }

        // A fault that is to come later than the last piece comes after it.
        if (count > reply.After || await PassAsync())
        {
            await EndAsync();
        }
    }

    private async Task EndAsync()
    {
        await SendAsync(Chunk("", reply.FinishReason));
        if (reply.SilentAfterFinish)
        {
            await Task.Delay(Timeout.Infinite, _left);
        }

        if (reply.Usage is { } usage)
        {
            await SendAsync(JsonSerializer.Serialize(new { id = "chatcmpl-fake", model, choices = Array.Empty<object>(), usage = Tokens(usage) }));
        }

        await SendAsync("[DONE]");
    }

    // The place where the hold and the fault come; false when the reply ends here.
    private async Task<bool> PassAsync()
    {
        await (reply.Hold?.WaitAsync(_left) ?? Task.CompletedTask);
        switch (reply.Fault)
        {
            case FakeFault.ResetInStream:
                await ResetAsync();
                return false;
            case FakeFault.DoneWithoutFinish:
                await SendAsync("[DONE]");
                return false;
            case FakeFault.ErrorEvent:
                await SendAsync(reply.Body);
                return false;
            case FakeFault.BrokenJson:
                await SendAsync("{\"choices\":[{\"delta\":{\"content\":\"half a");
                return false;
            case FakeFault.Silence:
                await Task.Delay(Timeout.Infinite, _left);
                return false;
            default:
                return reply.Fault is not (FakeFault.EndWithoutFinish or FakeFault.CloseInStream);
        }
    }

    private async Task SendAsync(string data)
    {
        var bytes = Encoding.UTF8.GetBytes(Event(data));
        for (var at = 0; at < bytes.Length;)
        {
            var length = reply.IsByteByByte ? 1 : bytes.Length;
            await context.Response.Body.WriteAsync(bytes.AsMemory(at, length), _left);
            await context.Response.Body.FlushAsync(_left);
            at += length;
        }
    }

    private static string Event(string data) => $"data: {data}\n\n";

    private Task ResetAsync()
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private void AddHeaders()
    {
        foreach (var (name, value) in reply.Headers)
        {
            context.Response.Headers[name] = value;
        }
    }

    private IEnumerable<string> Pieces()
    {
        var size = reply.ChunkSize ?? 24;
        for (var at = 0; at < text.Length;)
        {
            var end = Math.Min(text.Length, at + size);
            end += end < text.Length && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
            yield return text[at..end];
            at = end;
        }
    }

    private string Chunk(string piece, string? finish) => JsonSerializer.Serialize(new
    {
        id = "chatcmpl-fake",
        @object = "chat.completion.chunk",
        model,
        choices = new[] { new { index = 0, delta = new { content = piece }, finish_reason = finish } },
    });

    private string Whole() => JsonSerializer.Serialize(new
    {
        id = "chatcmpl-fake",
        @object = "chat.completion",
        model,
        choices = new[] { new { index = 0, message = new { role = "assistant", content = text }, finish_reason = reply.FinishReason } },
        usage = reply.Usage is { } usage ? Tokens(usage) : null,
    });

    private static object Tokens(FakeUsage usage) => new
    {
        prompt_tokens = usage.Input,
        completion_tokens = usage.Output,
        total_tokens = usage.Input + usage.Output,
        prompt_tokens_details = new { cached_tokens = usage.Cached },
    };
}
