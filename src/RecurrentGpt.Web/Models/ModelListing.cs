using System.Text.Json;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

/// <summary>Asks a server which models it has.</summary>
internal static class ModelListing
{
    private const int LongestAnswer = 4 * 1_024 * 1_024;

    private const int MostModels = 1_000;

    /// <summary>Their names, in order.</summary>
    /// <exception cref="ModelException">The server gave no list.</exception>
    public static async Task<IReadOnlyList<string>> ReadAsync(ModelConnection connection, CancellationToken cancellationToken)
    {
        var client = connection.Models();
        using var answer = await connection.Caller.SendAsync(client.GetModelsAsync, cancellationToken);
        var body = await AnswerBody.TextAsync(answer, LongestAnswer, cancellationToken);
        try
        {
            using var json = JsonDocument.Parse(body);
            return [.. Names(json.RootElement).Order(StringComparer.OrdinalIgnoreCase).Take(MostModels)];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ModelException(new StepFailure(FailureKind.NotAModel, Reasons.Of("NoModelList")), exception);
        }
    }

    private static IEnumerable<string> Names(JsonElement json) =>
        json.GetProperty("data").EnumerateArray().Select(model => model.GetProperty("id").GetString()).OfType<string>();
}
