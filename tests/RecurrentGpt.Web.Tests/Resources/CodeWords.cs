using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RecurrentGpt.Web.Tests.Resources;

/// <summary>
/// Finds words in C#: a string with two words in it, or with one that ends as a sentence does. What cannot reach the screen is passed over by the place where it
/// stands: attributes (among them all that is logged), exceptions, SQL, and what other text is compared with.
/// </summary>
internal static partial class CodeWords
{
    private static readonly HashSet<string> Comparing = ["Contains", "EndsWith", "Equals", "IndexOf", "StartsWith"];

    private static readonly CSharpParseOptions Members = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script);

    public static IEnumerable<FoundWords> InFile(SourceFile file) => In(file.Path, 1, CSharpSyntaxTree.ParseText(file.Text).GetRoot());

    /// <summary>In members or statements that are no whole file.</summary>
    public static IEnumerable<FoundWords> InPiece(string path, int line, string code) => In(path, line, Parse(code));

    /// <summary>In an expression whose value is shown: there a single word is a word of the screen too.</summary>
    public static IEnumerable<FoundWords> InShown(string path, int line, string expression) =>
        Strings(Parse(expression))
            .Where(literal => Letter().IsMatch(TextOf(literal)) && !IsPassedOver(literal) && !IsKeyOrFormat(literal))
            .Select(literal => new FoundWords(path, line, literal.ToString()));

    public static SyntaxNode Parse(string code) => CSharpSyntaxTree.ParseText(code, Members).GetRoot();

    public static IEnumerable<ExpressionSyntax> Strings(SyntaxNode root) =>
        root.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Where(node =>
            node is InterpolatedStringExpressionSyntax || node.IsKind(SyntaxKind.StringLiteralExpression));

    private static IEnumerable<FoundWords> In(string path, int line, SyntaxNode root) =>
        Strings(root)
            .Where(literal => Words().IsMatch(TextOf(literal)) && !IsSelector(TextOf(literal)) && !IsPassedOver(literal))
            .Select(literal => new FoundWords(path, line + literal.GetLocation().GetLineSpan().StartLinePosition.Line, literal.ToString()));

    // What an interpolated string is filled with counts as a word of unknown letters.
    private static string TextOf(ExpressionSyntax literal) => literal is InterpolatedStringExpressionSyntax interpolated
        ? string.Concat(interpolated.Contents.Select(part => part is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : "\u0001"))
        : ((LiteralExpressionSyntax)literal).Token.ValueText;

    private static bool IsPassedOver(SyntaxNode literal) => literal.Ancestors().Any(above => above switch
    {
        AttributeSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or ConstantPatternSyntax or CaseSwitchLabelSyntax => true,
        ObjectCreationExpressionSyntax made => made.Type.ToString().EndsWith("Exception", StringComparison.Ordinal),
        BinaryExpressionSyntax compared => compared.IsKind(SyntaxKind.EqualsExpression) || compared.IsKind(SyntaxKind.NotEqualsExpression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } => IsNeverShownBy(called.Name.Identifier.Text),
        _ => false,
    });

    // SQL is known by the methods that take it.
    private static bool IsNeverShownBy(string method) =>
        Comparing.Contains(method) || method.StartsWith("ThrowIf", StringComparison.Ordinal) || method.Contains("Sql", StringComparison.Ordinal);

    // Of an element on the page: no sentence begins with this sign.
    private static bool IsSelector(string text) => text.StartsWith('#');

    private static bool IsKeyOrFormat(SyntaxNode literal) => literal.Ancestors().Any(above =>
        above is ElementAccessExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ToString" } });

    [GeneratedRegex(@"\p{L}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Letter();

    [GeneratedRegex(@"\p{L}{2,}[^\p{L}\u0001]* [^\p{L}\u0001]*(\p{L}{2,}|\u0001)|\u0001[^\p{L}\u0001]* [^\p{L}\u0001]*\p{L}{2,}|\p{L}{2,}[.!?…]$|\p{IsCJKUnifiedIdeographs}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Words();
}
