namespace RecurrentGpt.Web.Tests.Resources;

/// <summary>What a piece of a Razor file is.</summary>
internal enum RazorPieceKind
{
    /// <summary>Letters that stand on the screen as they are.</summary>
    Text,

    /// <summary>An expression whose value stands on the screen.</summary>
    TextExpression,

    /// <summary>Letters in an attribute's value.</summary>
    Attribute,

    /// <summary>An expression in an attribute's value.</summary>
    AttributeExpression,

    /// <summary>Members and statements.</summary>
    Code,

    /// <summary>A line such as @inject.</summary>
    Directive,
}

/// <summary>A piece of a Razor file.</summary>
/// <param name="Element">The element of an attribute; else empty.</param>
/// <param name="Attribute">The name of an attribute; else empty.</param>
internal sealed record RazorPiece(RazorPieceKind Kind, string Value, int Line, string Element = "", string Attribute = "");
