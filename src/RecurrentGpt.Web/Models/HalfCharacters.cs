namespace RecurrentGpt.Web.Models;

/// <summary>Puts characters together whose halves came in two pieces of a reply. A half that stays alone becomes the sign for what cannot be shown.</summary>
internal sealed class HalfCharacters
{
    private string _half = "";

    /// <summary>The piece with the half that came before it, and without the half that it ends in.</summary>
    public string Join(string piece)
    {
        if (piece.Length == 0)
        {
            return "";
        }

        var text = _half + piece;
        var isCut = char.IsHighSurrogate(text[^1]);
        _half = isCut ? text[^1..] : "";
        return Whole(isCut ? text[..^1] : text);
    }

    private static string Whole(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var isPair = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
            if (!isPair && char.IsSurrogate(text[at]))
            {
                text = string.Concat(text.AsSpan(0, at), "\uFFFD", text.AsSpan(at + 1));
            }

            at += isPair ? 1 : 0;
        }

        return text;
    }
}
