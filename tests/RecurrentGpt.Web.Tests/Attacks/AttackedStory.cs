using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Tests.Attacks;

/// <summary>Turns a written story into one in which every text that is stored is an attack.</summary>
internal sealed class AttackedStory
{
    private const int Stride = 31;

    private readonly IReadOnlyList<Attack> _attacks;
    private readonly Dictionary<string, int> _taken = [];
    private readonly HashSet<(string Place, string Text)> _placed = [];

    /// <param name="longest">The most characters of an attack.</param>
    public AttackedStory(int longest = int.MaxValue) => (_attacks, Filler) = (Attack.OfAtMost(longest), new TextFiller(Next));

    public TextFiller Filler { get; }

    /// <summary>Which attack was put where.</summary>
    public IReadOnlyCollection<(string Place, string Text)> Placed => _placed;

    /// <summary>Adds what an author can put on steps, an unattended run that has stopped and a failed run, and fills every text. Each place takes the attacks in turn.</summary>
    public Task<bool> FillAsync(WriteQueue writes, Guid storyId) => writes.WriteAsync(async db =>
    {
        await LoadAsync(db, storyId);
        AddMarks(db, storyId);
        AddAutopilot(db, storyId);
        AddFailure(db, storyId);
        Filler.Fill(db);
        return true;
    });

    private string Next(string place, int? limit)
    {
        var fitting = limit is { } most ? [.. _attacks.Where(attack => attack.Text.Length <= most)] : _attacks;
        // Each place begins elsewhere, so that few rows hold many attacks.
        var index = _taken.TryGetValue(place, out var taken) ? taken : _taken.Count * Stride;
        _taken[place] = index + 1;
        var text = fitting[index % fitting.Count].Text;
        _placed.Add((place, text));
        return text;
    }

    private static async Task LoadAsync(WritingDb db, Guid storyId)
    {
        await db.Stories.Where(row => row.Id == storyId).LoadAsync();
        await db.Steps.Where(row => row.StoryId == storyId).LoadAsync();
        await db.Runs.Where(row => row.StoryId == storyId).LoadAsync();
        var steps = db.Steps.Local.Select(row => row.Id).ToList();
        var runs = db.Runs.Local.Select(row => row.Id).ToList();
        await db.Plans.Where(row => steps.Contains(row.StepId)).LoadAsync();
        await db.MemoryEntries.Where(row => steps.Contains(row.StepId)).LoadAsync();
        await db.StepMarks.Where(row => steps.Contains(row.StepId)).LoadAsync();
        await db.Exchanges.Where(row => runs.Contains(row.RunId)).LoadAsync();
    }

    private static void AddMarks(WritingDb db, Guid storyId)
    {
        foreach (var step in db.Steps.Local.Where(row => row.StoryId == storyId).ToList())
        {
            db.StepMarks.Add(new StepMarkRow { StepId = step.Id });
            db.Revisions.Add(new RevisionRow { StepId = step.Id, Version = 0, Text = "", ReplacedAt = step.WrittenAt });
            (step.IsEdited, step.ParagraphVersion) = (true, 1);
        }
    }

    private static void AddAutopilot(WritingDb db, Guid storyId) => db.Autopilots.Add(new AutopilotRow
    {
        Id = Guid.CreateVersion7(),
        StoryId = storyId,
        Order = new AutopilotOrder(),
        State = AutopilotState.Blown,
        StartedAt = DateTimeOffset.UnixEpoch,
        Worked = TimeSpan.Zero,
        Fuse = new BlownFuse(FuseKind.Repetition) { SourceNumber = 1 },
    });

    private static void AddFailure(WritingDb db, Guid storyId)
    {
        var head = db.Stories.Local.Single(row => row.Id == storyId).HeadId;
        var run = new RunRow
        {
            Id = Guid.CreateVersion7(),
            StoryId = storyId,
            Number = db.Runs.Local.Max(row => row.Number) + 1,
            Kind = RunKind.Step,
            ParentId = head,
            PlanText = "",
            PlanSource = Stories.PlanSource.Own,
            Text = "",
            State = RunState.Failed,
            Partial = "",
            Arrived = new Dictionary<Replies.Section, string>(),
            FailureKind = FailureKind.ServerError,
            StartedAt = DateTimeOffset.UnixEpoch,
            EndedAt = DateTimeOffset.UnixEpoch,
        };
        db.Runs.Add(run);
        db.Exchanges.Add(ExchangeRow.Of(run.Id, 0, new Exchange(ExchangePurpose.Step, "", "", "", "", null, TimeSpan.Zero) { Failure = new StepFailure(FailureKind.ServerError, "") }));
    }
}
