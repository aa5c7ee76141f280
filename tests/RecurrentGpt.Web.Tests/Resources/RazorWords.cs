using System.Net;

namespace RecurrentGpt.Web.Tests.Resources;

/// <summary>Finds words in Razor files: letters in the text of elements and in those attributes that are read out or shown, and words in C#.</summary>
internal static class RazorWords
{
    private static readonly HashSet<string> Shown = new(
        ["alt", "aria-description", "aria-label", "aria-placeholder", "aria-roledescription", "aria-valuetext", "label", "placeholder", "title"], StringComparer.OrdinalIgnoreCase);

    // By these names our own parts take what they show. Words are given to them by an expression only.
    private static readonly HashSet<string> ShownByParts = ["Caption", "Description", "Heading", "Hint", "Label", "Message", "Note", "Text", "Title"];

    public static IEnumerable<FoundWords> In(SourceFile file) => RazorReader.Read(file.Text).SelectMany(piece => In(file.Path, piece));

    private static IEnumerable<FoundWords> In(string path, RazorPiece piece) => piece.Kind switch
    {
        RazorPieceKind.Text => InText(path, piece),
        RazorPieceKind.Attribute when IsShown(piece) => InText(path, piece),
        RazorPieceKind.AttributeExpression when IsShown(piece) => CodeWords.InShown(path, piece.Line, piece.Value),
        RazorPieceKind.TextExpression => CodeWords.InShown(path, piece.Line, piece.Value),
        RazorPieceKind.Code when piece.Attribute != "@key" => CodeWords.InPiece(path, piece.Line, piece.Value),
        _ => [],
    };

    private static IEnumerable<FoundWords> InText(string path, RazorPiece piece)
    {
        var words = WebUtility.HtmlDecode(piece.Value);
        return words.Any(char.IsLetter) ? [new FoundWords(path, piece.Line, words)] : [];
    }

    private static bool IsShown(RazorPiece piece) =>
        Shown.Contains(piece.Attribute) || (char.IsUpper(piece.Element.FirstOrDefault()) && ShownByParts.Contains(piece.Attribute));
}
