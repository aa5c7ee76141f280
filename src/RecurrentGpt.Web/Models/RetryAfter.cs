using System.ClientModel.Primitives;
using System.Globalization;

namespace RecurrentGpt.Web.Models;

/// <summary>Reads how long a server asks to be left alone.</summary>
internal static class RetryAfter
{
    private const double Longest = 7 * 24 * 3_600;

    /// <summary>Seconds, a date, or the milliseconds that OpenAI and Azure name; null when it says nothing that can be read.</summary>
    public static TimeSpan? Read(PipelineResponseHeaders headers, TimeProvider clock)
    {
        if (headers.TryGetValue("retry-after-ms", out var exact) && Number(exact) is { } milliseconds)
        {
            return Wait(milliseconds / 1_000);
        }

        if (!headers.TryGetValue("Retry-After", out var text) || text is null)
        {
            return null;
        }

        if (Number(text) is { } seconds)
        {
            return Wait(seconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until)
            ? Wait((until - clock.GetUtcNow()).TotalSeconds)
            : null;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan Wait(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest));
}
