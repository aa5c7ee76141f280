using System.Text;
using Markdig;
using Markdig.Parsers;
using Markdig.Syntax;
using RecurrentGpt.Web.Features.Desk.Paragraphs;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>Takes away the indentation of lines that other readers of Markdown would take for code; the manuscript shows them as prose.</summary>
internal static class Indentation
{
    private const int Columns = 4;
    private const int MostRounds = 8;

    private static readonly MarkdownPipeline Pipeline = MakePipeline();

    public static string Without(string text)
    {
        for (var round = 0; round < MostRounds && MayIndent(text) && CodeLines(text) is { Count: > 0 } lines; round++)
        {
            text = Without(text, lines);
        }

        return text;
    }

    private static bool MayIndent(string text) => text.Contains('\t') || text.Contains("    ", StringComparison.Ordinal);

    private static List<int> CodeLines(string text)
    {
        try
        {
            return [.. Markdown.Parse(text, Pipeline).Descendants<CodeBlock>()
                .SelectMany(block => block.Lines.Lines.Take(block.Lines.Count))
                .Where(line => ReferenceEquals(line.Slice.Text, text) && line.Slice.Start <= text.Length)
                .Select(line => line.Slice.Start)];
        }
        catch (ArgumentException)
        {
            return []; // nested too deep for Markdig
        }
    }

    // What stands before a line of code: four columns, and what more there is of them.
    private static string Without(string text, List<int> lines)
    {
        var kept = new StringBuilder(text.Length);
        var at = 0;
        foreach (var line in lines)
        {
            var start = line;
            while (start > at && line - start < Columns && text[start - 1] is ' ' or '\t')
            {
                start--;
            }

            kept.Append(text, at, start - at);
            at = line;
            while (at < text.Length && text[at] is ' ' or '\t')
            {
                at++;
            }
        }

        return kept.Append(text, at, text.Length - at).ToString();
    }

    private static MarkdownPipeline MakePipeline()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePreciseSourceLocation();
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        builder.BlockParsers.Replace<ParagraphBlockParser>(new ProseParagraphParser());
        return builder.Build();
    }
}
