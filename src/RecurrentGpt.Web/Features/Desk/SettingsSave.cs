using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk;

/// <summary>The outcome of saving a story's settings.</summary>
/// <param name="Saved">False when another tab set the same ones otherwise meanwhile; nothing was changed then.</param>
/// <param name="Current">The settings that stand now.</param>
/// <param name="Conflicts">The names of the settings that both have changed.</param>
public sealed record SettingsSave(bool Saved, StorySettings Current, IReadOnlyList<string> Conflicts);

/// <summary>Brings settings that two tabs have changed together, one by one.</summary>
internal static class SettingsMerge
{
    private static readonly Setting[] All =
    [
        new(nameof(StorySettings.ParagraphSentences), settings => settings.ParagraphSentences, (to, from) => to with { ParagraphSentences = from.ParagraphSentences }),
        new(nameof(StorySettings.MemorySentences), settings => settings.MemorySentences, (to, from) => to with { MemorySentences = from.MemorySentences }),
        new(nameof(StorySettings.MemoryWords), settings => settings.MemoryWords, (to, from) => to with { MemoryWords = from.MemoryWords }),
        new(nameof(StorySettings.RecallCount), settings => settings.RecallCount, (to, from) => to with { RecallCount = from.RecallCount }),
        new(nameof(StorySettings.NewCharacterChance), settings => settings.NewCharacterChance, (to, from) => to with { NewCharacterChance = from.NewCharacterChance }),
        new(nameof(StorySettings.PlanReach), settings => settings.PlanReach, (to, from) => to with { PlanReach = from.PlanReach }),
        new(nameof(StorySettings.Play), settings => settings.Play, (to, from) => to with { Play = from.Play }),
        new(nameof(StorySettings.RereadsEdits), settings => settings.RereadsEdits, (to, from) => to with { RereadsEdits = from.RereadsEdits }),
        new(nameof(StorySettings.Lookahead), settings => settings.Lookahead, (to, from) => to with { Lookahead = from.Lookahead }),
        new(nameof(StorySettings.KeepsWrittenAhead), settings => settings.KeepsWrittenAhead, (to, from) => to with { KeepsWrittenAhead = from.KeepsWrittenAhead }),
    ];

    /// <summary>What stands, with what the author has changed of what they saw. Where another tab has changed the same, what stands stays and is named.</summary>
    public static SettingsSave Of(StorySettings before, StorySettings wanted, StorySettings current)
    {
        Setting[] changed = [.. All.Where(setting => !Equals(setting.Read(before), setting.Read(wanted)))];
        string[] conflicts =
        [
            .. changed
                .Where(setting => !Equals(setting.Read(current), setting.Read(before)) && !Equals(setting.Read(current), setting.Read(wanted)))
                .Select(setting => setting.Name),
        ];
        return conflicts.Length > 0
            ? new SettingsSave(Saved: false, current, conflicts)
            : new SettingsSave(Saved: true, changed.Aggregate(current, (merged, setting) => setting.Copy(merged, wanted)), []);
    }

    private sealed record Setting(string Name, Func<StorySettings, object> Read, Func<StorySettings, StorySettings, StorySettings> Copy);
}
