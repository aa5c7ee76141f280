using System.Diagnostics.CodeAnalysis;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Components.Rendering;

namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

/// <summary>Writes a syntax tree as markup: emphasis, strong, quotes, breaks, lists, headings, rules and safe links; the rest as plain text.</summary>
/// <param name="builder">Takes the markup.</param>
/// <param name="source">The text that the tree is of.</param>
/// <param name="told">Is told of each text that is written, and where it comes from.</param>
/// <param name="marks">Cuts out what is marked; null when nothing is.</param>
[SuppressMessage("Usage", "ASP0006:Do not use non-literal sequence numbers", Justification = Counted)]
[SuppressMessage("Usage", "MA0123:Sequence number must be a constant", Justification = Counted)]
internal sealed class ProseWriter(RenderTreeBuilder builder, string source, Action<ProsePiece>? told = null, MarkCutter? marks = null)
{
    private const string Counted = "The markup follows a tree that is known only when it is drawn, and is drawn anew as a whole when its text changes.";

    private const int Deepest = 100;

    private readonly List<SourceSpan> _within = [];
    private int _sequence;
    private bool _isAfterBreak = true;

    public void Write(MarkdownDocument document) => WriteBlocks(document);

    public void WritePlain()
    {
        var from = 0;
        foreach (var paragraph in source.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = source.IndexOf(paragraph, from, StringComparison.Ordinal);
            from = at + paragraph.Length;
            WriteElement("p", () => WriteText(paragraph, new SourceSpan(at, from - 1), isSource: true));
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
        _isAfterBreak = true;
        switch (block)
        {
            case HeadingBlock heading:
                WriteElement("h3", () => Within(heading, () => WriteInlines(heading.Inline)));
                break;
            case ParagraphBlock paragraph:
                WriteElement("p", () => WriteInlines(paragraph.Inline));
                break;
            case ThematicBreakBlock:
                WriteElement("hr", () => { });
                break;
            case QuoteBlock quote:
                WriteElement("blockquote", () => Within(quote, () => WriteBlocks(quote)));
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case ListItemBlock item:
                WriteElement("li", () => Within(item, () => WriteBlocks(item)));
                break;
            default:
                WriteElement("p", () => WriteSource(block));
                break;
        }
    }

    private void WriteList(ListBlock list) => WriteElement(list.IsOrdered ? "ol" : "ul", () =>
    {
        if (list.IsOrdered && list.OrderedStart is { } start)
        {
            builder.AddAttribute(_sequence++, "start", start);
        }

        Within(list, () => WriteBlocks(list));
    });

    private void WriteInlines(ContainerInline? inlines)
    {
        for (var inline = inlines?.FirstChild; inline is not null; inline = Next(inline))
        {
            WriteInline(inline);
        }
    }

    // A bracket that opened no link holds all that stands behind it; there may be thousands, one in the other.
    private static Inline? Next(Inline inline)
    {
        if (inline is DelimiterInline { FirstChild: { } first })
        {
            return first;
        }

        while (inline is { NextSibling: null, Parent: DelimiterInline bracket })
        {
            inline = bracket;
        }

        return inline.NextSibling;
    }

    private void WriteInline(Inline inline)
    {
        switch (inline)
        {
            case ContainerInline when inline is not DelimiterInline && _within.Count > Deepest:
                WriteSource(inline);
                break;
            case EmphasisInline emphasis:
                WriteElement(emphasis.DelimiterCount == 2 ? "strong" : "em", () => Within(emphasis, () => WriteInlines(emphasis)));
                break;
            case LinkInline { IsImage: false, Url: { } url } link when SafeLink.IsSafe(url):
                WriteLink(link, url);
                break;
            case LinkInline:
                WriteSource(inline);
                break;
            case LineBreakInline:
                WriteElement("br", () => { });
                _isAfterBreak = true;
                break;
            case LiteralInline literal:
                WriteText(literal.Content.ToString(), literal.Span);
                break;
            case HtmlEntityInline entity:
                WriteText(entity.Transcoded.ToString(), entity.Span);
                break;
            case DelimiterInline bracket when bracket.ToLiteral() is var literal:
                WriteText(literal, new SourceSpan(bracket.Span.Start, bracket.Span.Start + literal.Length - 1));
                break;
            case ContainerInline container:
                Within(container, () => WriteInlines(container));
                break;
            default:
                WriteSource(inline);
                break;
        }
    }

    private void WriteLink(LinkInline link, string url) => WriteElement("a", () =>
    {
        builder.AddAttribute(_sequence++, "href", url);
        builder.AddAttribute(_sequence++, "target", "_blank");
        builder.AddAttribute(_sequence++, "rel", "noopener noreferrer nofollow");
        builder.AddAttribute(_sequence++, "title", string.IsNullOrWhiteSpace(link.Title) ? null : link.Title);
        Within(link, () => WriteInlines(link));
    });

    private void WriteElement(string name, Action content)
    {
        builder.OpenElement(_sequence++, name);
        content();
        builder.CloseElement();
    }

    private void WriteSource(MarkdownObject part) => WriteText(SourceOf(part), part.Span, isSource: true);

    private void WriteText(string text, SourceSpan span, bool isSource = false)
    {
        foreach (var (part, mark, isEnd) in marks?.Cut(text, span) ?? [(text, null, false)])
        {
            WritePart(part, mark, isEnd);
        }

        told?.Invoke(new ProsePiece(text, span.Start, span.End + 1, [.. _within], _isAfterBreak, isSource));
        _isAfterBreak = false;
    }

    private void WritePart(string text, ProseMark? mark, bool isEnd)
    {
        if (mark is null)
        {
            builder.AddContent(_sequence++, text);
            return;
        }

        WriteElement("span", () =>
        {
            builder.AddAttribute(_sequence++, "class", "marked");
            builder.AddContent(_sequence++, text);
        });
        if (isEnd)
        {
            WriteSign(mark);
        }
    }

    private void WriteSign(ProseMark mark) => WriteElement("button", () =>
    {
        builder.AddAttribute(_sequence++, "type", "button");
        builder.AddAttribute(_sequence++, "class", "sign");
        builder.AddAttribute(_sequence++, "id", mark.Id);
        builder.AddAttribute(_sequence++, "aria-label", mark.Label);
        builder.AddAttribute(_sequence++, "title", mark.Label);
        builder.AddAttribute(_sequence++, "aria-expanded", mark.IsOpen ? "true" : "false");
        builder.AddAttribute(_sequence++, "data-sign", mark.Sign);
        builder.AddAttribute(_sequence++, "onclick", mark.OnOpen);
    });

    private void Within(MarkdownObject part, Action content)
    {
        _within.Add(part.Span);
        content();
        _within.RemoveAt(_within.Count - 1);
    }

    private string SourceOf(MarkdownObject part) =>
        part.Span is { IsEmpty: false, Start: >= 0 } span && span.End < source.Length ? source[span.Start..(span.End + 1)] : "";
}
