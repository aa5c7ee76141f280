namespace RecurrentGpt.Stories;

/// <summary>The signs that end a sentence, pause in it, or close what it quotes.</summary>
internal static class Stops
{
    internal static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    internal static bool IsStop(char c) => c is '.' or '!' or '?' || IsPause(c) || IsWide(c);

    /// <summary>Whether a stop needs no space behind it.</summary>
    internal static bool IsWide(char c) => c is '。' or '！' or '？' or '｡' or '．' or '‼' or '⁇' or '⁈' or '⁉' or '؟' or '۔' or '।' or '॥' or '။' or '។' or '።' or '։';

    internal static bool IsPause(char c) => c is '…' or '‥' or '⋯';

    /// <summary>Whether a sign only ever closes.</summary>
    internal static bool IsCloser(char c) => c is '”' or '’' or ')' or ']' or '」' or '』' or '）' or '】' or '》' or '〉' or '〕' or '］' or '｣' or '〟' or '»';

    /// <summary>Whether a sign opens as well as closes, in one language or another.</summary>
    internal static bool MayClose(char c) => c is '"' or '\'' or '*' or '_' or '＂' or '“' or '«';

    /// <summary>Whether a sentence goes on behind a sign, whatever stands before it.</summary>
    internal static bool IsWithinSentence(char c) => c is ',' or ';' or ':' or '，' or '、' or '､' or '；' or '：';

    internal static bool IsDash(char c) => c is '—' or '–' or '-';
}
