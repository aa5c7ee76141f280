using Microsoft.Extensions.Localization;

namespace RecurrentGpt.Web.Features.Library;

/// <summary>Says when something was changed as people say it.</summary>
public static class LastChange
{
    private const int DaysInWords = 7;

    public static string Words(DateTimeOffset changedAt, TimeProvider clock, IStringLocalizer text)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), clock.LocalTimeZone);
        var then = TimeZoneInfo.ConvertTime(changedAt, clock.LocalTimeZone);
        var minutes = (int)(now - then).TotalMinutes;
        var days = (now.Date - then.Date).Days;
        return (minutes, days) switch
        {
            ( < 1, _) => text["JustNow"],
            (1, _) => text["OneMinuteAgo"],
            ( < 60, _) => text["MinutesAgo", minutes],
            ( < 120, _) => text["OneHourAgo"],
            (_, 0) => text["HoursAgo", minutes / 60],
            (_, 1) => text["Yesterday"],
            (_, < DaysInWords) => text["DaysAgo", days],
            _ => text["OnDate", then],
        };
    }
}
