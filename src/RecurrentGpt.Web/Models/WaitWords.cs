using Microsoft.Extensions.Localization;

namespace RecurrentGpt.Web.Models;

/// <summary>Says a wait as people would: seconds while one may sit it out, then minutes, hours, and days with hours.</summary>
internal sealed class WaitWords(IStringLocalizer<FailureMessages> words)
{
    private static readonly TimeSpan TwoMinutes = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan TwoHours = TimeSpan.FromHours(2);
    private static readonly TimeSpan TwoDays = TimeSpan.FromDays(2);

    /// <summary>The wait, rounded up so that nobody comes back too early.</summary>
    public string Of(TimeSpan wait) => wait switch
    {
        _ when wait <= TwoMinutes => Count("Second", wait.TotalSeconds),
        _ when wait <= TwoHours => Count("Minute", wait.TotalMinutes),
        _ when wait <= TwoDays => Count("Hour", wait.TotalHours),
        _ => Days((int)Math.Ceiling(wait.TotalHours)),
    };

    private string Days(int hours) => hours % 24 is var rest && rest == 0
        ? Count("Day", hours / 24)
        : words["WaitBoth", Count("Day", hours / 24), Count("Hour", rest)];

    private string Count(string unit, double count) => Math.Ceiling(count) is var whole && whole == 1 ? words[$"Wait{unit}"] : words[$"Wait{unit}s", whole];
}
