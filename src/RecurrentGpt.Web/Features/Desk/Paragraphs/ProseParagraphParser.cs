using Markdig.Parsers;
using Markdig.Syntax;

namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

/// <summary>Reads paragraphs in which no line names the address of a link elsewhere, and none makes a heading of the lines above it: all of them are shown.</summary>
internal sealed class ProseParagraphParser : ParagraphBlockParser
{
    public ProseParagraphParser() => ParseSetextHeadings = false;

    public override bool Close(BlockProcessor processor, Block block)
    {
        if (block is not ParagraphBlock { Lines.Count: > 0 and var count } paragraph)
        {
            return false;
        }

        var lines = paragraph.Lines.Lines;
        for (var i = 0; i < count; i++)
        {
            lines[i].Slice.TrimStart();
        }

        lines[count - 1].Slice.TrimEnd();
        return true;
    }
}
