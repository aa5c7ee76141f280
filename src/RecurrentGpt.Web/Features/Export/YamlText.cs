using System.Globalization;
using System.Text;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>Writes a text as a YAML scalar. Always in double quotes: the only form that takes any text, and never reads as a number or a date.</summary>
internal static class YamlText
{
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            Append(quoted, rune);
        }

        return quoted.Append('"').ToString();
    }

    private static void Append(StringBuilder quoted, Rune rune)
    {
        if (rune.Value is '"' or '\\')
        {
            quoted.Append('\\').Append((char)rune.Value);
        }
        else if (NeedsEscape(rune))
        {
            quoted.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        }
        else
        {
            quoted.Append(rune);
        }
    }

    // Control characters, the line ends of Unicode, and the byte order mark and non-characters that YAML does not print.
    private static bool NeedsEscape(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or 0xFEFF or 0xFFFE or 0xFFFF;
}
