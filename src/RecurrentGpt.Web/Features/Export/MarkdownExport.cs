using System.Globalization;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>A story as a reader has it: front matter, title, chapters, paragraphs. It reads anywhere as it does on the screen.</summary>
internal static class MarkdownExport
{
    public static async Task WriteAsync(ExportedStory story, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = ExportWriter.Of(output);
        await writer.WriteAsync(Head(story).AsMemory(), cancellationToken);
        await foreach (var paragraph in story.Prose.WithCancellation(cancellationToken))
        {
            if (paragraph.Chapter.Length > 0)
            {
                await writer.WriteAsync($"\n## {MarkdownPlain.Heading(paragraph.Chapter)}\n".AsMemory(), cancellationToken);
            }

            await writer.WriteAsync($"\n{MarkdownProse.Of(paragraph.Text)}\n".AsMemory(), cancellationToken);
        }

        await writer.FlushAsync(cancellationToken);
    }

    private static string Head(ExportedStory story) => string.Create(CultureInfo.InvariantCulture, $"""
        ---
        title: {YamlText.Quote(story.Title)}
        genre: {YamlText.Quote(story.Card.Genre)}
        language: {YamlText.Quote(story.Card.Language)}
        date: {story.ChangedAt.UtcDateTime:yyyy-MM-dd}
        words: {story.Words}
        ---

        # {MarkdownPlain.Heading(story.Title)}

        """).ReplaceLineEndings("\n");
}
