using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using RecurrentGpt.Play;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Play;
using RecurrentGpt.Web.Tests.Features.Export;

namespace RecurrentGpt.Web.Tests.Features.Play;

public sealed class PlaythroughExportTests : IDisposable
{
    private readonly ServiceProvider _words = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    [Fact]
    public async Task Write_AFinishedPlaythrough_HasActionsAsQuotationsTheEndAndTheEpilogue()
    {
        var text = await WriteAsync(
            ExportedSteps.Opening(1, "A door."),
            Turn(2, TurnKind.Entry, "The reader enters.", "You stand before it."),
            Turn(3, TurnKind.Action, "Open the door.", "It opens."),
            Turn(4, TurnKind.Ending, "Go in.", "You are home."),
            Turn(5, TurnKind.Epilogue, "What became of everyone.", "Years went by."));

        Assert.Equal(
            """
            # The Door

            A door.

            You stand before it.

            > Open the door.

            It opens.

            > Go in.

            You are home.

            **The End**

            ## Epilogue

            Years went by.

            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public async Task Write_AnUnfinishedPlaythrough_GoesAsFarAsItIs()
    {
        var text = await WriteAsync(ExportedSteps.Opening(1, "A door."), Turn(2, TurnKind.Action, "Open it.", "It opens."));

        Assert.EndsWith("A door.\n\n> Open it.\n\nIt opens.\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("The End", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_PlayedOnAfterTheEnding_PartsTheTwoByASceneBreak()
    {
        var text = await WriteAsync(Turn(4, TurnKind.Ending, "Go in.", "Home."), Turn(5, TurnKind.Entry, "Enter.", "Again."));

        Assert.EndsWith("Home.\n\n**The End**\n\n* * *\n\nAgain.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_TextOfAnyKind_ReadsAsItDoesOnTheScreen()
    {
        var step = Turn(4, TurnKind.Action, "  Say: \"*No*\" & <b>三</b>.\r\n\r\nThen go.  ", "  — 🐦\r\tTwo.  ");

        var text = await WriteAsync(step);

        Assert.EndsWith("# The Door\n\n>   Say: \"\\*No\\*\" & &lt;b>三&lt;/b>.\n>\n> Then go.  \n\n  — 🐦\n\tTwo.  \n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_StepsOfTheDesk_AreProseWithoutTheirPlans()
    {
        var written = ExportedSteps.Opening(4, "She dives.") with { Plan = new Plan("A secret plan.", PlanSource.Own), Chapter = "Under water", ShortTermMemory = "A memory." };

        var text = await WriteAsync(written, Turn(5, TurnKind.Action, "Swim.", "You swim."));

        Assert.EndsWith("# The Door\n\n## Under water\n\nShe dives.\n\n> Swim.\n\nYou swim.\n", text, StringComparison.Ordinal);
    }

    public void Dispose() => _words.Dispose();

    private static Step Turn(int number, TurnKind kind, string action, string paragraph) =>
        ExportedSteps.Opening(number, paragraph) with { Plan = new Plan(action, PlanSource.Picked), Turn = new PlayTurn(kind, number, new PlaySettings()) };

    private async Task<string> WriteAsync(params Step[] steps)
    {
        var export = new PlaythroughExport(_words.GetRequiredService<IStringLocalizer<PlaythroughText>>());
        using var stream = new MemoryStream();
        await export.WriteAsync(ExportedSteps.Story(new StoryCard { Title = "The Door" }, steps), stream, CancellationToken.None);

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
