using System.Text;
using Microsoft.Extensions.Localization;
using RecurrentGpt.Play;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Export;

namespace RecurrentGpt.Web.Features.Play;

/// <summary>A playthrough as it is shared: the opening, what the reader did as quotations, and what came of it. All text stays as it is but for its line ends.</summary>
public sealed class PlaythroughExport(IStringLocalizer<PlaythroughText> text)
{
    private const string SceneBreak = "* * *";

    /// <summary>Writes the path to the story's head in UTF-8, as far as it is played.</summary>
    public async Task WriteAsync(ExportedStory story, Stream output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(story);
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.NewLine = "\n";
        await writer.WriteAsync($"# {OneLine(story.Title)}\n".AsMemory(), cancellationToken);
        PlayTurn? before = null;
        await foreach (var step in story.Steps.WithCancellation(cancellationToken))
        {
            foreach (var part in PartsOf(step, before))
            {
                await writer.WriteAsync($"\n{part}\n".AsMemory(), cancellationToken);
            }

            before = step.Turn;
        }

        await writer.FlushAsync(cancellationToken);
    }

    private IEnumerable<string> PartsOf(Step step, PlayTurn? before)
    {
        if (step.Turn is not { Kind: TurnKind.Epilogue } && before is { IsEnd: true })
        {
            yield return SceneBreak;
        }

        if (step.Chapter.Length > 0)
        {
            yield return $"## {OneLine(step.Chapter)}";
        }

        if (step.Turn is { Kind: TurnKind.Action or TurnKind.Ending })
        {
            yield return Quotation(step.Plan.Text);
        }
        else if (step.Turn is { Kind: TurnKind.Epilogue })
        {
            yield return $"## {text["Epilogue"].Value}";
        }

        yield return LineEnds(step.Paragraph);
        if (step.Turn is { Kind: TurnKind.Ending })
        {
            yield return $"**{text["TheEnd"].Value}**";
        }
    }

    // Each line of its own, so that an action of several stays one quotation.
    private static string Quotation(string action) => string.Join('\n', LineEnds(action).Split('\n').Select(line => line.Length > 0 ? $"> {line}" : ">"));

    private static string LineEnds(string prose) => prose.ReplaceLineEndings("\n");

    private static string OneLine(string title) => title.ReplaceLineEndings(" ").Trim();
}
