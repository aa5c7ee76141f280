using System.Diagnostics.CodeAnalysis;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components.Rendering;

namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

/// <summary>Writes a syntax tree as markup: emphasis, strong, quotes, breaks, lists, headings, rules and safe links; the rest as plain text.</summary>
[SuppressMessage("Usage", "ASP0006:Do not use non-literal sequence numbers", Justification = Counted)]
[SuppressMessage("Usage", "MA0123:Sequence number must be a constant", Justification = Counted)]
internal sealed class ProseWriter(RenderTreeBuilder builder, string source)
{
    private const string Counted = "The markup follows a tree that is known only when it is drawn, and is drawn anew as a whole when its text changes.";

    private int _sequence;

    public void Write(MarkdownDocument document) => WriteBlocks(document);

    public void WritePlain()
    {
        foreach (var paragraph in source.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            WriteElement("p", () => builder.AddContent(_sequence++, paragraph));
        }
    }

    private void WriteBlocks(ContainerBlock blocks)
    {
        foreach (var block in blocks)
        {
            WriteBlock(block);
        }
    }

    private void WriteBlock(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                WriteElement("h3", () => WriteInlines(heading.Inline));
                break;
            case ParagraphBlock paragraph:
                WriteElement("p", () => WriteInlines(paragraph.Inline));
                break;
            case ThematicBreakBlock:
                WriteElement("hr", () => { });
                break;
            case QuoteBlock quote:
                WriteElement("blockquote", () => WriteBlocks(quote));
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case ListItemBlock item:
                WriteElement("li", () => WriteBlocks(item));
                break;
            default:
                WriteElement("p", () => builder.AddContent(_sequence++, SourceOf(block)));
                break;
        }
    }

    private void WriteList(ListBlock list) => WriteElement(list.IsOrdered ? "ol" : "ul", () =>
    {
        if (list.IsOrdered && list.OrderedStart is { } start)
        {
            builder.AddAttribute(_sequence++, "start", start);
        }

        WriteBlocks(list);
    });

    private void WriteInlines(ContainerInline? inlines)
    {
        foreach (var inline in inlines ?? Enumerable.Empty<Inline>())
        {
            WriteInline(inline);
        }
    }

    private void WriteInline(Inline inline)
    {
        switch (inline)
        {
            case EmphasisInline emphasis:
                WriteElement(emphasis.DelimiterCount == 2 ? "strong" : "em", () => WriteInlines(emphasis));
                break;
            case LinkInline { IsImage: false, Url: { } url } link when SafeLink.IsSafe(url):
                WriteLink(link, url);
                break;
            case LineBreakInline:
                WriteElement("br", () => { });
                break;
            case LiteralInline literal:
                builder.AddContent(_sequence++, literal.Content.ToString());
                break;
            case HtmlEntityInline entity:
                builder.AddContent(_sequence++, entity.Transcoded.ToString());
                break;
            case ContainerInline container:
                WriteInlines(container);
                break;
            default:
                builder.AddContent(_sequence++, SourceOf(inline));
                break;
        }
    }

    private void WriteLink(LinkInline link, string url) => WriteElement("a", () =>
    {
        builder.AddAttribute(_sequence++, "href", url);
        builder.AddAttribute(_sequence++, "target", "_blank");
        builder.AddAttribute(_sequence++, "rel", "noopener noreferrer nofollow");
        WriteInlines(link);
    });

    private void WriteElement(string name, Action content)
    {
        builder.OpenElement(_sequence++, name);
        content();
        builder.CloseElement();
    }

    private string SourceOf(MarkdownObject part) =>
        part.Span is { IsEmpty: false, Start: >= 0 } span && span.End < source.Length ? source[span.Start..(span.End + 1)] : "";
}
