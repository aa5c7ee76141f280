using Microsoft.Extensions.Localization;
using RecurrentGpt.Play;
using RecurrentGpt.Web.Features.Export;

namespace RecurrentGpt.Web.Features.Play;

/// <summary>A playthrough as it is shared: the opening, what the reader did as quotations, and what came of it. It reads anywhere as it does on the screen.</summary>
public sealed class PlaythroughExport(IStringLocalizer<PlaythroughText> text)
{
    private const string SceneBreak = "* * *";

    /// <summary>Writes the path to the story's head in UTF-8, as far as it is played.</summary>
    public async Task WriteAsync(ExportedStory story, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        await using var writer = ExportWriter.Of(output);
        await writer.WriteAsync($"# {MarkdownPlain.Heading(story.Title)}\n".AsMemory(), cancellationToken);
        PlayTurn? before = null;
        await foreach (var paragraph in story.Prose.WithCancellation(cancellationToken))
        {
            foreach (var part in PartsOf(paragraph, before))
            {
                await writer.WriteAsync($"\n{part}\n".AsMemory(), cancellationToken);
            }

            before = paragraph.Turn;
        }

        await writer.FlushAsync(cancellationToken);
    }

    private IEnumerable<string> PartsOf(ExportedParagraph paragraph, PlayTurn? before)
    {
        if (paragraph.Turn is not { Kind: TurnKind.Epilogue } && before is { IsEnd: true })
        {
            yield return SceneBreak;
        }

        if (paragraph.Chapter.Length > 0)
        {
            yield return $"## {MarkdownPlain.Heading(paragraph.Chapter)}";
        }

        if (paragraph.Turn is { Kind: TurnKind.Action or TurnKind.Ending })
        {
            yield return Quotation(paragraph.Plan);
        }
        else if (paragraph.Turn is { Kind: TurnKind.Epilogue })
        {
            yield return $"## {text["Epilogue"].Value}";
        }

        yield return MarkdownProse.Of(paragraph.Text);
        if (paragraph.Turn is { Kind: TurnKind.Ending })
        {
            yield return $"**{text["TheEnd"].Value}**";
        }
    }

    // Each line of its own, so that an action of several stays one quotation.
    private static string Quotation(string action) => string.Join('\n', MarkdownPlain.Lines(action).Select(line => line.Length > 0 ? $"> {line}" : ">"));
}
