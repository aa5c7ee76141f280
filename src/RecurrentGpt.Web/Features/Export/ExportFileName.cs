using System.Text;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>Makes a file name of a title that every file system takes.</summary>
internal static class ExportFileName
{
    private const int Longest = 80;
    private const string Fallback = "story";

    // Windows keeps these names for devices, whatever their ending.
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase) { "CON", "PRN", "AUX", "NUL" };

    public static string Of(string title, ExportFormat format)
    {
        var kept = new StringBuilder();
        foreach (var rune in title.EnumerateRunes().Select(Safe))
        {
            if (kept.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            kept.Append(rune);
        }

        var name = string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim('.', ' ', '-');
        return (name.Length == 0 || IsDevice(name) ? Fallback : name) + format.Ending;
    }

    private static Rune Safe(Rune rune) =>
        Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? new Rune(' ')
        : rune.Value is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || rune == Rune.ReplacementChar ? new Rune('-')
        : rune;

    private static bool IsDevice(string name) =>
        Devices.Contains(name) || (name.Length == 4 && char.IsAsciiDigit(name[3]) && name[..3].ToUpperInvariant() is "COM" or "LPT");
}
