using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>What is written for a new step.</summary>
internal sealed record PlainWriting(Guid Id, string Plan, string PlanSource, string Paragraph, string Memory, string Summary, IReadOnlyList<string> Plans)
{
    private const string OpeningSource = "Opening";

    public static IReadOnlyList<PlainWriting> Opening(Func<Guid> newId) =>
    [
        new(newId(), "", OpeningSource, "The first paragraph.", "", "The first in short.", []),
        new(newId(), "", OpeningSource, "The second paragraph.", "", "The second in short.", []),
        new(newId(), "", OpeningSource, "The third paragraph.", "Memory of the opening. A lamp is lit. Nobody came.", "The third in short.", ["Out by the door.", "Out by the window.", "Stay."]),
    ];

    public NewStep ToStep() => Written.Step(Paragraph) with
    {
        Id = Id,
        Plan = new Plan(Plan, Enum.Parse<PlanSource>(PlanSource)),
        Summary = Summary,
        ShortTermMemory = Memory,
        Plans = Plans,
        Recalled = [],
    };
}
