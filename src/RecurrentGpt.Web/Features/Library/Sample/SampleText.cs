using System.Text.Json;

namespace RecurrentGpt.Web.Features.Library.Sample;

/// <summary>The sample story as it is written down in short-weight.json.</summary>
internal sealed record SampleText(string Title, string Genre, string Premise, string Language, string Outline, IReadOnlyList<SampleStep> Steps)
{
    public const int OpeningParagraphs = 3;

    public static SampleText Read()
    {
        using var file = typeof(SampleText).Assembly.GetManifestResourceStream("short-weight.json")
            ?? throw new InvalidOperationException("The sample story is not in the program.");
        return JsonSerializer.Deserialize<SampleText>(file, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("The sample story is empty.");
    }
}

/// <summary>One step; memory and plans are left out where an opening has none.</summary>
internal sealed record SampleStep(
    string Paragraph,
    string Summary,
    string Memory = "",
    string Rationale = "",
    IReadOnlyList<string>? Plans = null,
    SamplePlan? Plan = null,
    bool NewCharacter = false);

/// <summary>The plan that a step followed: one of those that the step before it offered, or the author's own or edited words.</summary>
internal sealed record SamplePlan(int Picked = 0, string? Own = null, string? Edited = null);
