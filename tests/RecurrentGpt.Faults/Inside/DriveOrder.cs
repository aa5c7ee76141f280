using System.Globalization;

namespace RecurrentGpt.Faults.Inside;

/// <summary>Tells the web program what to write by itself, as a person at its desk would ask for.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Steps">How many steps autopilot writes; 0 for one step of the first plan, without autopilot.</param>
internal sealed record DriveOrder(Guid StoryId, int Steps)
{
    public const string Variable = "RECURRENTGPT_FAULTS_DRIVE";

    public static DriveOrder? Read(string? text) => text?.Split('|') switch
    {
        [var story, var steps] => new DriveOrder(Guid.Parse(story), int.Parse(steps, CultureInfo.InvariantCulture)),
        _ => null,
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{StoryId}|{Steps}");
}
