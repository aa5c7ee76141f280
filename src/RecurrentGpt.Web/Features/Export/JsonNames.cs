using RecurrentGpt.Play;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>What the exported file calls things; other programs read these names, so they stay whatever the code calls them.</summary>
internal static class JsonNames
{
    public static string Of(StoryKind kind) => kind switch
    {
        StoryKind.Novel => "novel",
        StoryKind.InteractiveFiction => "interactive-fiction",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of story has no name in exported files."),
    };

    public static string Of(PlanSource source) => source switch
    {
        PlanSource.Opening => "opening",
        PlanSource.Picked => "picked",
        PlanSource.Edited => "edited",
        PlanSource.Own => "own",
        PlanSource.Autopilot => "autopilot",
        PlanSource.Arc => "arc",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "This source of plans has no name in exported files."),
    };

    public static string Of(TurnKind kind) => kind switch
    {
        TurnKind.Entry => "entry",
        TurnKind.Action => "action",
        TurnKind.Ending => "ending",
        TurnKind.Epilogue => "epilogue",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of turn has no name in exported files."),
    };
}
