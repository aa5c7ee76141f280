using System.Globalization;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk;

/// <summary>A number among a story's settings, as the author types it.</summary>
internal sealed record SettingsField(string Name, int Min, int Max, Func<StorySettings, int> Read, Func<StorySettings, int, StorySettings> Write)
{
    private const double Percent = 100;

    public static IReadOnlyList<SettingsField> All { get; } =
    [
        new(nameof(StorySettings.ParagraphSentences), StorySettings.MinParagraphSentences, StorySettings.MaxParagraphSentences,
            settings => settings.ParagraphSentences, (settings, value) => settings with { ParagraphSentences = value }),
        new(nameof(StorySettings.MemorySentences), 5, 40, settings => settings.MemorySentences, (settings, value) => settings with { MemorySentences = value }),
        new(nameof(StorySettings.MemoryWords), 100, 1_000, settings => settings.MemoryWords, (settings, value) => settings with { MemoryWords = value }),
        new(nameof(StorySettings.RecallCount), 0, 12, settings => settings.RecallCount, (settings, value) => settings with { RecallCount = value }),
        new(nameof(StorySettings.NewCharacterChance), 0, 100,
            settings => (int)Math.Round(settings.NewCharacterChance * Percent), (settings, value) => settings with { NewCharacterChance = value / Percent }),
    ];

    /// <summary>The number; null when it is none, or out of range.</summary>
    public int? Parse(string typed) =>
        int.TryParse(typed, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= Min && value <= Max ? value : null;
}
