using RecurrentGpt.Play;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Play;

/// <summary>Turns that are stored as the play page stores them.</summary>
internal static class PlayedStory
{
    public static PlaySettings Short { get; } = new() { Length = PlayLength.Short };

    public static Task<Story> AddInteractiveAsync(this TestDatabase database, string title = "The Glass Orchard") =>
        database.Library.CreateAsync(new StoryCard { Title = title, Kind = StoryKind.InteractiveFiction }, new StorySettings { Play = Short });

    /// <summary>What a reader did in a turn, and what came of it.</summary>
    public static Task<Step> PlayAsync(this TestDatabase database, Step parent, int number, string action, TurnKind kind = TurnKind.Action) =>
        database.WriteAsync(parent, new Plan(action, kind is TurnKind.Entry or TurnKind.Epilogue ? PlanSource.Arc : PlanSource.Picked), new PlayTurn(kind, number, Short));

    /// <summary>A step by any plan, played or not.</summary>
    public static async Task<Step> WriteAsync(this TestDatabase database, Step parent, Plan plan, PlayTurn? turn = null)
    {
        var request = new RunRequest(parent.StoryId, RunKind.Step) { ParentId = parent.Id, Plan = plan, Turn = turn };
        var steps = await database.CommitAsync(request, Written.Change(Written.Step($"After: {plan.Text}") with { Plan = plan, Turn = turn }));

        return steps.Single();
    }
}
