using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RecurrentGpt.Web.Tests.Resources;

/// <summary>Finds the keys that Razor and C# ask localizers for: by the localizers' names in each file, and the strings in their brackets.</summary>
internal static partial class KeyUses
{
    public const string Reasons = "FailureMessages";

    public static IReadOnlyList<KeyUse> All { get; } =
        [.. SourceFiles.Razor.SelectMany(InRazor), .. SourceFiles.Code.SelectMany(file => In(file.Path, 1, CSharpSyntaxTree.ParseText(file.Text).GetRoot(), LocalizersOf(file)))];

    public static IEnumerable<KeyUse> InRazor(SourceFile file)
    {
        var localizers = LocalizersOf(file);
        return RazorReader.Read(file.Text)
            .Where(piece => piece.Kind is RazorPieceKind.Code or RazorPieceKind.TextExpression or RazorPieceKind.AttributeExpression or RazorPieceKind.Attribute)
            .SelectMany(piece => In(file.Path, piece.Line, CodeWords.Parse(piece.Value), localizers));
    }

    /// <summary>Resource classes by the names that a file gives to their localizers; the code beside a Razor file shares those.</summary>
    public static IReadOnlyDictionary<string, string> LocalizersOf(SourceFile file)
    {
        var beside = SourceFiles.Razor.FirstOrDefault(razor => file.Path == $"{razor.Path}.cs");
        return Declared().Matches(file.Text + beside?.Text).DistinctBy(match => match.Groups["name"].Value)
            .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["class"].Value);
    }

    public static IEnumerable<KeyUse> In(string path, int line, SyntaxNode root, IReadOnlyDictionary<string, string> localizers) =>
        Keys(root).Select(key => new KeyUse(path, line + key.Node.GetLocation().GetLineSpan().StartLinePosition.Line, ResourceOf(key.Node, localizers), PrefixOf(key.Node) + key.Pattern) { Filling = FillingOf(key.Node) });

    private static IEnumerable<(SyntaxNode Node, string Pattern)> Keys(SyntaxNode root) => root.DescendantNodesAndSelf().SelectMany<SyntaxNode, (SyntaxNode, string)>(node => node switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => [(node, literal.Token.ValueText)],
        InterpolatedStringExpressionSyntax filled =>
            [(node, string.Concat(filled.Contents.Select(part => part is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : $"{KeyUse.Hole}")))],
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "nameof" } } named =>
            [(node, named.ArgumentList.Arguments[0].ToString().Split('.')[^1])],
        _ => [],
    });

    private static string FillingOf(SyntaxNode key) => key is InterpolatedStringExpressionSyntax filled
        ? filled.Contents.OfType<InterpolationSyntax>().FirstOrDefault()?.Expression.ToString().Split('.', '?', '!')[^1] ?? ""
        : "";

    // The nearest brackets of a localizer, unless the string is compared with something there, or is a value and not the key.
    private static string ResourceOf(SyntaxNode key, IReadOnlyDictionary<string, string> localizers)
    {
        if (key.Parent is BinaryExpressionSyntax or ConstantPatternSyntax)
        {
            return "";
        }

        if (IsReason(key))
        {
            return Reasons;
        }

        var access = key.Ancestors().OfType<ElementAccessExpressionSyntax>().FirstOrDefault();
        var isKey = access?.ArgumentList.Arguments[0].FullSpan.Contains(key.Span) == true;
        return isKey && access!.Expression is IdentifierNameSyntax name ? localizers.GetValueOrDefault(name.Identifier.Text, "") : "";
    }

    private static bool IsReason(SyntaxNode key) => key.Ancestors().OfType<InvocationExpressionSyntax>()
        .Any(called => called.Expression.ToString() == "Reasons.Of" && called.ArgumentList.Arguments[0].FullSpan.Contains(key.Span));

    private static string PrefixOf(SyntaxNode key) => IsReason(key) ? "Reason" : "";

    [GeneratedRegex(@"IStringLocalizer<(\w+\.)*(?<class>\w+)>\s+(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Declared();
}
