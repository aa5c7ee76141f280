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

    // What turns the direction of writing would let "exe.md" look like "dm.exe".
    private static Rune Safe(Rune rune) =>
        Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) || TextDirection.Turns(rune.Value) ? new Rune(' ')
        : rune.Value is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || rune == Rune.ReplacementChar ? new Rune('-')
        : rune;

    // Whatever follows a dot does not make it a file.
    private static bool IsDevice(string name) => IsDeviceItself(name.Split('.')[0].TrimEnd());

    private static bool IsDeviceItself(string name) =>
        Devices.Contains(name) || (name.Length == 4 && char.IsDigit(name[3]) && name[..3].ToUpperInvariant() is "COM" or "LPT");
}
