using System.Text;

namespace RecurrentGpt.Replies;

/// <summary>Takes the JSON object out of a reply and mends what models break: raw line breaks in strings, and an end that is missing.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder _json = new();
    private readonly Stack<char> _closers = new();
    private int _lastWhole;
    private string _closersThen = "";

    /// <summary>JSON that can be parsed, or null when the reply holds none.</summary>
    /// <param name="text">The reply.</param>
    /// <param name="isCut">Whether its end was missing; then only values that came whole are kept.</param>
    internal static string? Find(string text, out bool isCut)
    {
        isCut = false;
        var start = Start(text);
        if (start < 0)
        {
            return null;
        }

        var json = new JsonText();
        isCut = !json.Copy(text.AsSpan(start));
        return isCut ? json._json.ToString(0, json._lastWhole) + json._closersThen : json._json.ToString();
    }

    private static int Start(string text)
    {
        for (var at = text.IndexOf('{', StringComparison.Ordinal); at >= 0; at = text.IndexOf('{', at + 1))
        {
            var rest = text.AsSpan(at + 1).TrimStart();
            if ((at == 0 || text[at - 1] is '\n' or '[') && rest is ['"', ..])
            {
                return at;
            }
        }

        return -1;
    }

    private bool Copy(ReadOnlySpan<char> text)
    {
        var isString = false;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (isString && c == '\\' && at + 1 < text.Length)
            {
                _json.Append(c).Append(text[++at]);
                continue;
            }

            isString ^= c == '"';
            _ = isString && c < ' ' ? _json.Append(Escaped(c)) : _json.Append(c);
            if (!isString && Nest(c))
            {
                return true;
            }
        }

        return false;
    }

    private bool Nest(char c)
    {
        switch (c)
        {
            case '{' or '[':
                _closers.Push(c == '{' ? '}' : ']');
                Remember(_json.Length);
                break;
            case '}' or ']':
                _closers.TryPop(out _);
                Remember(_json.Length);
                return _closers.Count == 0;
            case ',':
                Remember(_json.Length - 1);
                break;
        }

        return false;
    }

    private void Remember(int length)
    {
        _lastWhole = length;
        _closersThen = _closers.Count <= 8 ? string.Concat(_closers) : "";
    }

    private static string Escaped(char c) => c switch { '\n' => "\\n", '\t' => "\\t", _ => " " };
}
