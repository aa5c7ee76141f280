using Microsoft.Extensions.Localization;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Features.Desk.Autopilot;

/// <summary>Says how an unattended run stands, in plain words.</summary>
internal sealed class AutopilotWords(IStringLocalizer<AutopilotText> text, FailureText failures)
{
    private const int MinutesAnHour = 60;

    /// <summary>"8 of 20".</summary>
    public string Count(AutopilotRecord record) => text["Count", record.Spent.Steps, record.Order.Steps];

    /// <summary>What it does at this moment: "writing paragraph 12".</summary>
    public string Phase(AutopilotProgress progress, DeskView view)
    {
        var number = view.Draft?.Head?.Number ?? 0;
        return progress.Phase switch
        {
            AutopilotPhase.Choosing => text["PhaseChoosing", number + 1],
            AutopilotPhase.Writing => text["PhaseWriting", number + 1],
            AutopilotPhase.Judging => text["PhaseJudging", number],
            AutopilotPhase.Waiting => text["PhaseWaiting"],
            _ => text["PhaseIdle"],
        };
    }

    /// <summary>"about 14 min left"; empty while nothing is known.</summary>
    public string TimeLeft(TimeSpan? left) => left is { } time ? time < TimeSpan.FromMinutes(1) ? text["LeftSoon"] : text["Left", Duration(time)] : "";

    /// <summary>"2 h 5 min".</summary>
    public string Duration(TimeSpan time)
    {
        var minutes = (int)Math.Ceiling(time.TotalMinutes);
        return minutes < MinutesAnHour ? text["Minutes", minutes]
            : minutes % MinutesAnHour == 0 ? text["Hours", minutes / MinutesAnHour]
            : text["HoursMinutes", minutes / MinutesAnHour, minutes % MinutesAnHour];
    }

    /// <summary>Where it stands in a few words: "Autopilot is paused at 8 of 20."</summary>
    public string State(AutopilotRecord record) => text[$"State{record.State}", record.Spent.Steps, record.Order.Steps];

    /// <summary>Why a held run writes no more, and what to do.</summary>
    public string Why(AutopilotRecord record, TokenPrices prices) => record switch
    {
        { State: AutopilotState.Interrupted } => text["WhyInterrupted"],
        { State: AutopilotState.Blown, Fuse: { } fuse } => Why(record, fuse, prices),
        _ => text["WhyPaused"],
    };

    /// <summary>What it has used: "183,412 tokens · $0.41 · 12 min".</summary>
    public string Used(AutopilotRecord record, TokenPrices prices) => string.Join(" · ", new[]
    {
        text["UsedTokens", Tokens(record)].Value,
        record.Spent.Cost is { } cost ? prices.Format(cost) : "",
        record.Worked >= TimeSpan.FromMinutes(1) ? Duration(record.Worked) : "",
    }.Where(part => part.Length > 0));

    private static long Tokens(AutopilotRecord record) => record.Spent.Usage.Input + record.Spent.Usage.Output;

    private string Why(AutopilotRecord record, BlownFuse fuse, TokenPrices prices) => fuse.Kind switch
    {
        FuseKind.StopCondition => text["WhyStopCondition", record.Order.StopCondition],
        FuseKind.Tokens => text["WhyTokens", record.Order.MostTokens ?? 0, Tokens(record)],
        FuseKind.Cost => text["WhyCost", prices.Format(record.Order.MostCost ?? 0), prices.Format(record.Spent.Cost ?? 0)],
        FuseKind.Time => text["WhyTime", Duration(record.Order.MostTime ?? record.Worked)],
        FuseKind.Repetition => fuse.SourceNumber is { } number ? text["WhyRepetition", number] : text["WhyRepetitionSomewhere"],
        FuseKind.AlikePlans => text["WhyAlikePlans"],
        _ when fuse.Failure is { IsOfStore: true } unstored => text["WhyNotStored", failures.Of(unstored)],
        _ => text["WhyModelFailed", fuse.Failure is { } failure ? failures.Of(failure) : ""],
    };
}
