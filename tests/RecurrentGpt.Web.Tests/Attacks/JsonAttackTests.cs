using System.Text.Json;
using RecurrentGpt.Memory;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Export;
using RecurrentGpt.Web.Tests.Features.Export;

namespace RecurrentGpt.Web.Tests.Attacks;

/// <summary>Exported JSON of stories whose texts are attacks.</summary>
public sealed class JsonAttackTests
{
    [Fact]
    public async Task Write_EveryAttackInEveryText_IsReadBackToTheLetter()
    {
        foreach (var attack in Attack.All)
        {
            using var json = JsonDocument.Parse(await WriteAsync(attack.Text));

            var texts = TextsOf(json.RootElement).ToList();
            Assert.Equal(14, texts.Count(text => text == attack.Stored));
            Assert.DoesNotContain(texts, text => text.Contains("owned", StringComparison.Ordinal) && text != attack.Stored);
        }
    }

    private static async Task<byte[]> WriteAsync(string text)
    {
        var card = new StoryCard { Title = text, Genre = text, Premise = text, Language = text, Outline = text };
        var step = ExportedSteps.Opening(1, text) with
        {
            Plan = new Plan(text, PlanSource.Own),
            Chapter = text,
            Summary = text,
            Rationale = text,
            ShortTermMemory = text,
            Plans = [new(1, text, "One."), new(2, text, "Two.")],
            Recalled = [new(Guid.Empty, 1, "Not exported.", double.NaN, RecallReason.Similar)],
            Model = text,
        };
        using var stream = new MemoryStream();
        await JsonExport.WriteAsync(ExportedSteps.Story(card, step), stream, CancellationToken.None);
        return stream.ToArray();
    }

    private static IEnumerable<string> TextsOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => TextsOf(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsOf),
        _ => [],
    };
}
