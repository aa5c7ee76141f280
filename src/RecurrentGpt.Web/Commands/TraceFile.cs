using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Commands;

/// <summary>Every prompt and reply of a session, failed ones among them: one JSON object a line, on disk after each run.</summary>
internal sealed class TraceFile(string file) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly StreamWriter _writer = new(file, append: false) { NewLine = "\n" };

    public async Task AppendAsync(StoryRun run, IReadOnlyList<Exchange> exchanges)
    {
        foreach (var exchange in exchanges)
        {
            await _writer.WriteLineAsync(JsonSerializer.Serialize(Line.Of(run, exchange), Form));
        }

        await _writer.FlushAsync();
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private sealed record Tokens(long Input, long Output, long Cached);

    private sealed record Trouble(FailureKind Kind, string Detail);

    private sealed record Line(
        Guid Story, Guid Run, ExchangePurpose Purpose, string Model, string System, string User, string Reply, Tokens? Usage, double Seconds, Trouble? Failure)
    {
        public static Line Of(StoryRun run, Exchange exchange) => new(
            run.Request.StoryId,
            run.Id,
            exchange.Purpose,
            exchange.Model,
            exchange.System,
            exchange.User,
            exchange.Reply,
            exchange.Usage is { } usage ? new Tokens(usage.Input, usage.Output, usage.Cached) : null,
            exchange.Elapsed.TotalSeconds,
            exchange.Failure is { } failure ? new Trouble(failure.Kind, failure.Detail) : null);
    }
}
