using Markdig;
using Markdig.Parsers;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

/// <summary>
/// Turns prose, whoever wrote it, into markup by an allow-list over Markdig's syntax tree. What is not on the list is shown as the
/// plain text that it is; raw HTML, attributes and images never reach the page.
/// </summary>
internal static class ProseMarkup
{
    private static readonly MarkdownPipeline Pipeline = MakePipeline();

    /// <param name="text">The prose.</param>
    /// <param name="marks">What is marked in it, in order.</param>
    public static RenderFragment Of(string text, IReadOnlyList<ProseMark> marks)
    {
        var ends = marks.Count == 0 ? null : MarkCutter.EndsOf(marks, PiecesOf(text));
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            return builder => Writer(builder).Write(document);
        }
        catch (ArgumentException)
        {
            return builder => Writer(builder).WritePlain(); // nested too deep for Markdig
        }

        ProseWriter Writer(RenderTreeBuilder builder) => new(builder, text, marks: ends is null ? null : new MarkCutter(text, marks, ends));
    }

    /// <summary>The texts that the markup shows, in order, with their places in the source.</summary>
    public static IReadOnlyList<ProsePiece> PiecesOf(string text)
    {
        var pieces = new List<ProsePiece>();
        using var builder = new RenderTreeBuilder();
        var writer = new ProseWriter(builder, text, pieces.Add);
        try
        {
            writer.Write(Markdown.Parse(text, Pipeline));
        }
        catch (ArgumentException)
        {
            writer.WritePlain();
        }

        return pieces;
    }

    /// <summary>What the markup shows, on one line.</summary>
    public static string LineOf(string text) =>
        string.Concat(PiecesOf(text).Select((piece, index) => piece.IsAfterBreak && index > 0 ? $" {piece.Text}" : piece.Text)).Trim();

    // Prose is not a program's manual: an indented line is no code, a dashed line under a sentence is a scene break, no heading, and a word in brackets before
    // a colon is no address that belongs to other words.
    private static MarkdownPipeline MakePipeline()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePreciseSourceLocation();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        builder.BlockParsers.Replace<ParagraphBlockParser>(new ProseParagraphParser());
        return builder.Build();
    }
}
