using System.Text.RegularExpressions;
using RecurrentGpt.Web.Tests.Resources;

namespace RecurrentGpt.Web.Tests.Attacks;

/// <summary>The elements that the program's own components are made of, and those that prose may become.</summary>
internal static partial class PageElements
{
    // The frame of all pages, which no component within it draws, and the element that opens a page anew.
    private static readonly string[] OfTheFrame = ["html", "head", "body", "base", "link", "meta", "script", "reload-page"];

    // What prose may become, and the words in a drawing.
    private static readonly string[] OfCode = ["text", "p", "br", "em", "strong", "blockquote", "ul", "ol", "li", "h3", "hr", "a"];

    public static IReadOnlyList<string> All { get; } =
        [.. SourceFiles.Razor.SelectMany(file => Opening().Matches(file.Text)).Select(match => match.Groups["name"].Value).Concat(OfCode).Except(OfTheFrame).Distinct()];

    [GeneratedRegex(@"<(?<name>[a-z][a-z0-9-]*)[ />\r\n]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();
}
