using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Memory;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk;

/// <summary>A desk with a story of four paragraphs on it; a test changes what it is about.</summary>
internal static class DeskSamples
{
    public static Guid StoryId { get; } = Guid.NewGuid();

    public static Guid RunId { get; } = Guid.NewGuid();

    public static Plan Plan { get; } = new("Mara goes down to the cellar.", PlanSource.Picked);

    public static Story Story { get; } = new()
    {
        Id = StoryId,
        Card = new StoryCard { Title = "The Glass Orchard", Premise = "An orchard of glass trees that hum at night." },
        Settings = new StorySettings(),
        CreatedAt = DateTimeOffset.UnixEpoch,
        ChangedAt = DateTimeOffset.UnixEpoch,
    };

    public static IReadOnlyList<DraftParagraph> Paragraphs { get; } =
        [Paragraph(1, Plan.Opening), Paragraph(2, Plan.Opening), Paragraph(3, Plan.Opening), Paragraph(4, Plan)];

    public static Step Head { get; } = new()
    {
        Id = Paragraphs[3].StepId,
        ParentId = Paragraphs[2].StepId,
        StoryId = StoryId,
        RunId = RunId,
        Number = 4,
        Plan = Plan,
        Paragraph = Paragraphs[3].Text,
        Summary = "Mara finds the cellar swept.",
        ShortTermMemory = "Mara keeps a glass orchard. The orchard hums.",
        WrittenMemory = "Mara keeps a glass orchard. The orchard hums.",
        Rationale = "The hum matters now.",
        Plans = [Offer(1, "She pulls the rope up."), Offer(2, "They put the lamp out."), Offer(3, "She asks his name.")],
        Recalled = [new RecalledEntry(Paragraphs[0].StepId, 1, "A tree is missing.", 0.82, RecallReason.Similar)],
        Settings = new StorySettings(),
        Model = "scripted",
        Usage = new TokenUsage(100, 20, 60),
        Elapsed = TimeSpan.FromSeconds(4),
        WrittenAt = DateTimeOffset.UnixEpoch,
    };

    public static Draft Draft { get; } = new(Story, Paragraphs, Head, CanUndo: true, CanRedo: false, Leftover: null) { Words = 16 };

    /// <summary>Before the opening.</summary>
    public static DeskView Empty { get; } = new() { State = DeskState.Ready, Draft = new Draft(Story, [], null, CanUndo: false, CanRedo: false, Leftover: null) };

    public static DeskView View => new() { State = DeskState.Ready, Draft = Draft, Edits = Edits() };

    public static RunRequest Request { get; } = new(StoryId, RunKind.Step) { ParentId = Head.Id, Plan = new Plan("She pulls the rope up.", PlanSource.Picked) };

    public static LiveStep Live => LiveStep.Begin(RunId, Request);

    public static Run Stopped { get; } = new()
    {
        Id = Guid.NewGuid(),
        Request = Request,
        State = RunState.Stopped,
        StartedAt = DateTimeOffset.UnixEpoch,
        Partial = "The rope came up wet, and",
    };

    public static DeskView With(Run leftover) => View with { Draft = Draft with { Leftover = leftover } };

    /// <summary>Texts whose saves always succeed.</summary>
    public static SavedText Text(string text) =>
        new(text, (typed, _) => Task.FromResult(new SaveResult(Saved: true, 1, typed)), new FakeClock(), () => { }, NullLogger.Instance);

    public static StepEdits Edits(Step? head = null) => new(head ?? Head, text => Text(text));

    private static OfferedPlan Offer(int number, string text) => new(number, text, text);

    private static DraftParagraph Paragraph(int number, Plan plan) =>
        new(Guid.NewGuid(), number < 4 ? StoryId : RunId, number, $"This is paragraph {number}.", plan, IsEdited: false, Version: 0);
}
