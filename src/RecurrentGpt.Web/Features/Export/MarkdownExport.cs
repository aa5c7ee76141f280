using System.Globalization;
using System.Text;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>A story as a reader has it: front matter, title, chapters, paragraphs. The author's text stays as it is but for its line ends.</summary>
internal static class MarkdownExport
{
    public static async Task WriteAsync(ExportedStory story, Stream output, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.NewLine = "\n";
        await writer.WriteAsync(Head(story).AsMemory(), cancellationToken);
        await foreach (var step in story.Steps.WithCancellation(cancellationToken))
        {
            if (step.Chapter.Length > 0)
            {
                await writer.WriteAsync($"\n## {OneLine(step.Chapter)}\n".AsMemory(), cancellationToken);
            }

            await writer.WriteAsync($"\n{step.Paragraph.ReplaceLineEndings("\n")}\n".AsMemory(), cancellationToken);
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

        # {OneLine(story.Title)}

        """).ReplaceLineEndings("\n");

    private static string OneLine(string title) => title.ReplaceLineEndings(" ").Trim();
}
