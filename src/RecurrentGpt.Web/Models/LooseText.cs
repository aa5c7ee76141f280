using System.Globalization;
using System.Text;
using System.Text.Json;

namespace RecurrentGpt.Web.Models;

/// <summary>
/// Reads a text of JSON that may hold half a character: a server that writes beyond ASCII as escapes, and cuts a reply between the two of an emoji, sends each half in a
/// piece of its own. The parser takes such a piece and then refuses its text.
/// </summary>
internal static class LooseText
{
    public static string Of(JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Unescape(text.GetRawText().AsSpan()[1..^1]);
        }
    }

    // The parser has seen that each escape is one.
    private static string Unescape(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
            }
            else if (raw[++at] == 'u')
            {
                text.Append((char)ushort.Parse(raw.Slice(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 4;
            }
            else
            {
                text.Append(Plain(raw[at]));
            }
        }

        return text.ToString();
    }

    private static char Plain(char escaped) => escaped switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\b',
        'f' => '\f',
        _ => escaped,
    };
}
