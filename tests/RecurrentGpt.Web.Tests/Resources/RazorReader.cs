using System.Text;

namespace RecurrentGpt.Web.Tests.Resources;

/// <summary>
/// Takes a Razor file apart into markup and C#, as far as is needed to tell which letters reach the screen: elements and their attributes, expressions, blocks
/// such as @if with the markup in them, @code, comments and directives.
/// </summary>
internal sealed class RazorReader
{
    private static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    private static readonly HashSet<string> Directives =
        ["attribute", "implements", "inherits", "inject", "layout", "namespace", "page", "preservewhitespace", "rendermode", "typeparam"];

    private static readonly HashSet<string> Blocks = ["do", "for", "foreach", "if", "lock", "switch", "try", "while"];

    private static readonly HashSet<string> Continuations = ["else", "catch", "finally", "while"];

    private readonly string _text;
    private readonly List<RazorPiece> _pieces = [];
    private int _at;

    private RazorReader(string text) => _text = text;

    public static IReadOnlyList<RazorPiece> Read(string text)
    {
        var reader = new RazorReader(text.TrimStart('\uFEFF'));
        reader.ReadContent(isElement: false);
        return reader._pieces;
    }

    private bool IsEnd => _at >= _text.Length;

    private char Here => _text[_at];

    // Up to the closing tag, or the end of the file.
    private void ReadContent(bool isElement)
    {
        var (words, line) = (new StringBuilder(), LineAt(_at));
        while (!IsEnd)
        {
            if (Is("<!--"))
            {
                _at = CSharpSpan.After(_text, _at, "-->");
            }
            else if (Is("</"))
            {
                _at = CSharpSpan.After(_text, _at, ">");
                if (isElement)
                {
                    break;
                }
            }
            else if (Is("<!") || Is("<?"))
            {
                _at = CSharpSpan.After(_text, _at, ">");
            }
            else if (Here == '<' && IsLetterAt(_at + 1))
            {
                AddText(words, line);
                ReadElement();
                line = LineAt(_at);
            }
            else if (Here == '@' && !IsInAddress(words))
            {
                AddText(words, line);
                ReadAt(RazorPieceKind.TextExpression, "", "", words);
                line = LineAt(_at);
            }
            else
            {
                words.Append(Here);
                _at++;
            }
        }

        AddText(words, line);
    }

    // somebody@example.org is no expression.
    private bool IsInAddress(StringBuilder words) => words.Length > 0 && char.IsLetterOrDigit(words[^1]) && IsLetterAt(_at + 1);

    private void ReadElement()
    {
        _at++;
        var name = ReadWhile(letter => char.IsLetterOrDigit(letter) || letter is '-' or '.' or ':' or '_');
        while (!IsEnd && Here != '>' && !Is("/>"))
        {
            if (Is("@*"))
            {
                _at = CSharpSpan.After(_text, _at, "*@");
            }
            else if (char.IsWhiteSpace(Here) || Here == '/')
            {
                _at++;
            }
            else
            {
                ReadAttribute(name);
            }
        }

        var isClosed = Is("/>");
        _at += isClosed ? 2 : 1;
        if (!isClosed && !Void.Contains(name))
        {
            ReadContent(isElement: true);
        }
    }

    private void ReadAttribute(string element)
    {
        var start = _at;
        var name = ReadWhile(letter => !char.IsWhiteSpace(letter) && letter is not ('=' or '>' or '/' or '"'));
        SkipWhite();
        if (IsEnd || Here != '=')
        {
            _at += _at == start ? 1 : 0;
            return;
        }

        _at++;
        SkipWhite();
        char? quote = !IsEnd && Here is '"' or '\'' ? Here : null;
        _at += quote is null ? 0 : 1;
        ReadValue(element, name, letter => quote is { } end ? letter == end : char.IsWhiteSpace(letter) || letter == '>');
        _at += quote is null ? 0 : 1;
    }

    private void ReadValue(string element, string name, Func<char, bool> isEnd)
    {
        var (words, line) = (new StringBuilder(), LineAt(_at));
        var kind = name.StartsWith('@') ? RazorPieceKind.Code : RazorPieceKind.AttributeExpression;
        while (!IsEnd && !isEnd(Here))
        {
            if (Here == '@')
            {
                ReadAt(kind, element, name, words);
            }
            else
            {
                words.Append(Here);
                _at++;
            }
        }

        if (words.Length > 0)
        {
            _pieces.Add(new(name.StartsWith('@') ? RazorPieceKind.Code : RazorPieceKind.Attribute, words.ToString(), line, element, name));
        }
    }

    // At the sign @, wherever markup may have one.
    private void ReadAt(RazorPieceKind kind, string element, string attribute, StringBuilder words)
    {
        if (Is("@*"))
        {
            _at = CSharpSpan.After(_text, _at, "*@");
        }
        else if (Is("@@"))
        {
            words.Append('@');
            _at += 2;
        }
        else if (Is("@{"))
        {
            _at++;
            ReadBlock();
        }
        else if (Is("@("))
        {
            var (start, line) = (_at + 1, LineAt(_at));
            _at = CSharpSpan.SkipBrackets(_text, start);
            _pieces.Add(new(kind, _text[start.._at], line, element, attribute));
        }
        else
        {
            _at++;
            ReadNamed(kind, element, attribute);
        }
    }

    private void ReadNamed(RazorPieceKind kind, string element, string attribute)
    {
        var (start, line) = (_at, LineAt(_at));
        var word = ReadWhile(letter => char.IsLetterOrDigit(letter) || letter == '_');
        if (attribute.Length == 0 && word is "code" or "functions")
        {
            SkipWhite();
            ReadBlock();
        }
        else if (attribute.Length == 0 && (Directives.Contains(word) || (word == "using" && NextIs(' ') && !NextIs('(', past: 1))))
        {
            var end = _text.IndexOf('\n', _at);
            _at = end < 0 ? _text.Length : end;
            _pieces.Add(new(RazorPieceKind.Directive, _text[start.._at].Trim(), line));
        }
        else if (attribute.Length == 0 && (Blocks.Contains(word) || word == "using"))
        {
            ReadStatement();
        }
        else if (word.Length > 0)
        {
            ReadChain(word);
            _pieces.Add(new(kind, _text[start.._at], line, element, attribute));
        }
    }

    // What follows the first name of an expression without brackets around it: members, calls and indexes.
    private void ReadChain(string first)
    {
        if (first == "await")
        {
            SkipWhite();
            ReadWhile(letter => char.IsLetterOrDigit(letter) || letter == '_');
        }

        while (!IsEnd)
        {
            if (Here is '(' or '[')
            {
                _at = CSharpSpan.SkipBrackets(_text, _at);
            }
            else if ((Here == '.' && IsLetterAt(_at + 1)) || (Is("?.") && IsLetterAt(_at + 2)) || (Is("?[")) || (Here == '!' && NextIs('.', past: 1)))
            {
                _at += Here == '?' && !Is("?[") ? 2 : 1;
                ReadWhile(letter => char.IsLetterOrDigit(letter) || letter == '_');
            }
            else
            {
                return;
            }
        }
    }

    // @if (…) { … } else if (…) { … }, and its like.
    private void ReadStatement()
    {
        while (!IsEnd)
        {
            SkipWhite();
            if (!IsEnd && Here == '(')
            {
                AddCode(_at, _at = CSharpSpan.SkipBrackets(_text, _at));
                SkipWhite();
            }

            if (!IsEnd && Here == '{')
            {
                ReadBlock();
            }

            var behind = _at;
            SkipWhite();
            if (!Continuations.Contains(ReadWhile(char.IsLetter)))
            {
                _at = behind;
                return;
            }

            SkipWhite();
            if (CSharpSpan.StartsWith(_text, _at, "if"))
            {
                _at += 2;
            }
        }
    }

    // C# between braces, and the markup that stands in it where a statement could begin.
    private void ReadBlock()
    {
        var (depth, from, last) = (0, _at + 1, '{');
        while (!IsEnd)
        {
            var behind = CSharpSpan.SkipQuoted(_text, _at);
            if (behind > _at)
            {
                last = CSharpSpan.StartsWith(_text, _at, "//") || CSharpSpan.StartsWith(_text, _at, "/*") ? last : '"';
                _at = behind;
            }
            else if (Is("@*"))
            {
                _at = CSharpSpan.After(_text, _at, "*@");
            }
            else if (Is("@:") || (Here == '<' && IsLetterAt(_at + 1) && last is '{' or '}' or ';' or ':' or '@'))
            {
                AddCode(from, _at);
                ReadMarkupInCode();
                (from, last) = (_at, '}');
            }
            else
            {
                depth += Here switch { '{' => 1, '}' => -1, _ => 0 };
                last = char.IsWhiteSpace(Here) ? last : Here;
                _at++;
                if (depth == 0)
                {
                    break;
                }
            }
        }

        AddCode(from, _at - 1);
    }

    private void ReadMarkupInCode()
    {
        if (Here == '<')
        {
            ReadElement();
            return;
        }

        var end = _text.IndexOf('\n', _at);
        end = end < 0 ? _text.Length : end;
        var line = LineAt(_at) - 1;
        _pieces.AddRange(Read(_text[(_at + 2)..end]).Select(piece => piece with { Line = piece.Line + line }));
        _at = end;
    }

    private void AddCode(int from, int to)
    {
        if (to > from)
        {
            _pieces.Add(new(RazorPieceKind.Code, _text[from..to], LineAt(from)));
        }
    }

    private void AddText(StringBuilder words, int line)
    {
        var text = words.ToString();
        words.Clear();
        if (!string.IsNullOrWhiteSpace(text))
        {
            _pieces.Add(new(RazorPieceKind.Text, text.Trim(), line + text.TakeWhile(char.IsWhiteSpace).Count(letter => letter == '\n')));
        }
    }

    private string ReadWhile(Func<char, bool> belongs)
    {
        var start = _at;
        while (!IsEnd && belongs(Here))
        {
            _at++;
        }

        return _text[start.._at];
    }

    private void SkipWhite() => ReadWhile(char.IsWhiteSpace);

    private bool Is(string start) => CSharpSpan.StartsWith(_text, _at, start);

    private bool NextIs(char letter, int past = 0) => _at + past < _text.Length && _text[_at + past] == letter;

    private bool IsLetterAt(int at) => at < _text.Length && (char.IsLetter(_text[at]) || _text[at] == '_');

    private int LineAt(int at) => 1 + _text.AsSpan(0, Math.Min(at, _text.Length)).Count('\n');
}
