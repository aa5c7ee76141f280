using Microsoft.Extensions.Localization;

namespace RecurrentGpt.Web.Features.Settings.Backups;

/// <summary>Says how large a file is, in units that a person compares.</summary>
internal static class ByteSize
{
    private const double Step = 1_000;

    public static string Words(long bytes, IStringLocalizer text) => bytes switch
    {
        < 1_000_000 => text["Kilobytes", Math.Ceiling(bytes / Step)],
        < 1_000_000_000 => text["Megabytes", bytes / Step / Step],
        _ => text["Gigabytes", bytes / Step / Step / Step],
    };
}
