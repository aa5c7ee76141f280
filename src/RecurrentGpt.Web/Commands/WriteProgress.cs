using System.Globalization;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Commands;

/// <summary>Tells on standard error how far a story has come.</summary>
internal sealed class WriteProgress(TextWriter error, FailureText failures)
{
    private const int WordsOfPlan = 12;

    /// <summary>Words of the story so far.</summary>
    public int Words { get; set; }

    public void Say(FormattableString message) => error.WriteLine(message.ToString(CultureInfo.InvariantCulture));

    public void Failed(StepFailure failure) => Say($"{(failure.IsOfStore ? "It could not be stored." : "The model failed.")} {Why(failure)}");

    /// <summary>Tells of a run that failed; whether that is the end is not known yet.</summary>
    public void NotWritten(StepFailure failure) => Say($"  Not done: {Why(failure)}");

    public void Sample() => Say($"No model is set, so the built-in sample writer writes. Its prose is only a sample.");

    public void Opening() => Say($"Opening ...");

    public void NewPlans() => Say($"No plans to choose from: asking for new ones ...");

    public void Step(int number, int of, RunRequest request)
    {
        Say($"Step {number} of {of}: {FirstWords(request.Plan?.Text ?? "")}");
        if (request.Choice is { } choice)
        {
            Choice(choice);
        }
    }

    public void Show(StepEvent stepEvent)
    {
        switch (stepEvent)
        {
            case StepEvent.Waiting waiting:
                Say($"  {Why(waiting.Because)} Attempt {waiting.Attempt} in {Math.Ceiling(waiting.Delay.TotalSeconds)} s.");
                break;
            case StepEvent.LeavingOut shorter:
                Say($"  Too long for the model; asking again without {shorter.Count} recalled entries ...");
                break;
            case StepEvent.StoreWaiting waiting:
                Say($"  Written, but not stored yet. {Why(waiting.Because)} Attempt {waiting.Attempt} in {Math.Ceiling(waiting.Delay.TotalSeconds)} s.");
                break;
            case StepEvent.Repairing repairing:
                Say($"  The reply lacks {repairing.Missing.Count} of its parts; asking for them ...");
                break;
            case StepEvent.Shortening:
                Say($"  Short-term memory is over its limits; asking for a shorter one ...");
                break;
            case StepEvent.Differing differing:
                Say($"  Plan {differing.Number} is much like another one; asking for a different one ...");
                break;
        }
    }

    /// <summary>Tells why a run ended before its last step, and what it has used.</summary>
    public void Unattended(WriteEnd end, AutopilotOrder order)
    {
        if (end.Fuse is { } fuse)
        {
            Say($"Stopped by a fuse. {OneLine.Of(FuseWords.Of(fuse, order).ToString(CultureInfo.InvariantCulture))}");
        }

        if (end.Spent is { } spent)
        {
            var cost = spent.Cost is { } sum ? string.Create(CultureInfo.InvariantCulture, $", which cost {sum:0.00##}") : "";
            Say($"{spent.Steps:N0} steps took {spent.Usage.Input + spent.Usage.Output:N0} tokens{cost}.");
        }
    }

    public void Ended(RunResult result)
    {
        foreach (var notice in result.Notices)
        {
            Say($"  Note: {Text(notice)}");
        }

        if (result is { State: RunState.Done, Steps.Count: > 0 })
        {
            Words += result.Steps.Sum(step => Prose.Words(step.Paragraph));
            Say($"  Paragraph {result.Steps[^1].Number} is written; {Words:N0} words so far.");
        }
    }

    private void Choice(PlanChoice choice)
    {
        if (choice.IsRevised)
        {
            Say($"  revised from plan {choice.Number}: {FirstWords(choice.Offered)}");
        }

        if (choice.Reason.Length > 0)
        {
            Say($"  because {OneLine.Of(choice.Reason)}");
        }

        if (choice.FollowedNumber is { } number)
        {
            Say($"  like your choice at paragraph {number}");
        }
    }

    // What a server says may have lines that look like ours.
    private string Why(StepFailure failure) => OneLine.Of(failures.Of(failure));

    private static string FirstWords(string plan)
    {
        var words = plan.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var first = string.Join(' ', words.Take(WordsOfPlan));
        // Chinese has no spaces between words, so the words alone are no limit.
        var shown = first.Length > 80 ? first[..80] : first;
        return shown.Length < plan.Trim().Length ? $"{shown} ..." : shown;
    }

    private static string Text(StepNotice notice) => notice switch
    {
        StepNotice.MemoryOverLimit => "short-term memory is longer than its limits, and was kept as it was written.",
        StepNotice.RecalledByRecency => "long-term memory could not be searched by meaning; the latest entries were sent.",
        StepNotice.RecalledWithout => "some summaries could not be weighed, because they are not indexed yet.",
        StepNotice.RecalledLeftOut => "the model could not take so much; it was written without what long-term memory had recalled.",
        StepNotice.NotIndexed => "the summary could not be embedded; it is not found by meaning yet.",
        StepNotice.PinnedLeftOut => "the pinned entries did not all fit.",
        StepNotice.PlansAlike => "two of the plans are much alike; no plan that differs more was to be had.",
        _ => notice.ToString(),
    };
}
