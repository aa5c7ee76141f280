using System.Text;
using System.Text.Json;
using RecurrentGpt.Memory;
using RecurrentGpt.Play;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Export;

namespace RecurrentGpt.Web.Tests.Features.Export;

public sealed class JsonExportTests
{
    private static readonly StoryCard Card = new()
    {
        Title = "The Drowned Bell",
        Genre = "Mystery",
        Premise = "A bell rings under the lake.",
        Language = "English",
        Outline = "It rings. Somebody dives.",
    };

    private static readonly Step Full = ExportedSteps.Opening(4, "She \"dived\".") with
    {
        Plan = new Plan("She dives.", PlanSource.Edited),
        Summary = "Mara dives.",
        ShortTermMemory = "Mara is under water.",
        Rationale = "Dropped: the rain.",
        Plans = [new(1, "Up.", "Up."), new(2, "Down, changed.", "Down."), new(3, "Stay.", "Stay.")],
        Recalled = [new(Guid.Empty, 1, "Summary 1.", 0.25, RecallReason.Similar), new(Guid.Empty, 2, "Summary 2.", null, RecallReason.Recent)],
        Usage = new TokenUsage(1500, 420, 1024),
    };

    [Fact]
    public async Task Write_Chapter_StandsOnlyOnTheStepThatBeginsIt()
    {
        using var json = JsonDocument.Parse(await WriteAsync(ExportedSteps.Story(Card, Full with { Chapter = "Under the house", LockedSentences = ["Mara dives."], IsLocked = true }, Full)));

        var steps = json.RootElement.GetProperty("steps");
        Assert.Equal("Under the house", steps[0].GetProperty("chapter").GetString());
        Assert.False(steps[1].TryGetProperty("chapter", out _));
        Assert.Equal(steps[1].EnumerateObject().Count() + 1, steps[0].EnumerateObject().Count());
    }

    [Fact]
    public async Task Write_Step_IsTheContractByteForByte()
    {
        var text = await WriteAsync(ExportedSteps.Story(Card, Full));

        Assert.Equal(
            """
            {
              "title": "The Drowned Bell",
              "genre": "Mystery",
              "premise": "A bell rings under the lake.",
              "language": "English",
              "kind": "novel",
              "outline": "It rings. Somebody dives.",
              "steps": [
                {
                  "number": 4,
                  "plan": {
                    "text": "She dives.",
                    "source": "edited"
                  },
                  "paragraph": "She \"dived\".",
                  "summary": "Mara dives.",
                  "rationale": "Dropped: the rain.",
                  "memory": "Mara is under water.",
                  "plans": [
                    "Up.",
                    "Down, changed.",
                    "Stay."
                  ],
                  "recalled": [
                    {
                      "step": 1,
                      "score": 0.25
                    },
                    {
                      "step": 2,
                      "score": null
                    }
                  ],
                  "model": "a-model",
                  "usage": {
                    "input": 1500,
                    "output": 420,
                    "cached": 1024
                  },
                  "writtenAt": "2026-11-21T09:30:00+00:00"
                }
              ]
            }
            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public async Task Write_Opening_HasAnEmptyPlanFromTheOpening()
    {
        using var json = JsonDocument.Parse(await WriteAsync(ExportedSteps.Story(Card, ExportedSteps.Opening(1, "One."))));

        var step = json.RootElement.GetProperty("steps")[0];

        Assert.Equal("""{"text":"","source":"opening"}""", JsonSerializer.Serialize(step.GetProperty("plan")));
        Assert.Empty(step.GetProperty("plans").EnumerateArray());
        Assert.Empty(step.GetProperty("recalled").EnumerateArray());
    }

    [Theory]
    [InlineData(PlanSource.Opening, "opening")]
    [InlineData(PlanSource.Picked, "picked")]
    [InlineData(PlanSource.Edited, "edited")]
    [InlineData(PlanSource.Own, "own")]
    [InlineData(PlanSource.Autopilot, "autopilot")]
    [InlineData(PlanSource.Arc, "arc")]
    public async Task Write_PlanOfAnySource_NamesIt(PlanSource source, string expected)
    {
        using var json = JsonDocument.Parse(await WriteAsync(ExportedSteps.Story(Card, Full with { Plan = new Plan("On.", source) })));

        Assert.Equal(expected, json.RootElement.GetProperty("steps")[0].GetProperty("plan").GetProperty("source").GetString());
    }

    [Theory]
    [InlineData(TurnKind.Entry, 0, """{"kind":"entry","number":0}""")]
    [InlineData(TurnKind.Action, 5, """{"kind":"action","number":5}""")]
    [InlineData(TurnKind.Ending, 12, """{"kind":"ending","number":12}""")]
    [InlineData(TurnKind.Epilogue, 12, """{"kind":"epilogue","number":12}""")]
    public async Task Write_PlayedStep_NamesItsTurnAndNoOtherDoes(TurnKind kind, int number, string expected)
    {
        using var json = JsonDocument.Parse(await WriteAsync(ExportedSteps.Story(Card, Full with { Turn = new PlayTurn(kind, number, new PlaySettings()) }, Full)));

        var steps = json.RootElement.GetProperty("steps");
        Assert.Equal(expected, JsonSerializer.Serialize(steps[0].GetProperty("turn")));
        Assert.False(steps[1].TryGetProperty("turn", out _));
    }

    [Fact]
    public async Task Write_InteractiveFiction_NamesTheKind()
    {
        using var json = JsonDocument.Parse(await WriteAsync(ExportedSteps.Story(Card with { Kind = StoryKind.InteractiveFiction })));

        Assert.Equal("interactive-fiction", json.RootElement.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Write_TextOfAnyLanguage_IsReadableInTheFile()
    {
        var text = await WriteAsync(ExportedSteps.Story(Card with { Title = "雨夜 — été <b>&'" }));

        Assert.Contains("\"title\": \"雨夜 — été <b>&'\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_HalfACharacter_StillGivesAFileThatParses()
    {
        var text = await WriteAsync(ExportedSteps.Story(Card, ExportedSteps.Opening(1, "broken \uD83D here")));

        using var json = JsonDocument.Parse(text);
        Assert.Equal("broken \uFFFD here", json.RootElement.GetProperty("steps")[0].GetProperty("paragraph").GetString());
    }

    private static async Task<string> WriteAsync(ExportedStory story)
    {
        using var stream = new MemoryStream();
        await JsonExport.WriteAsync(story, stream, CancellationToken.None);

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
