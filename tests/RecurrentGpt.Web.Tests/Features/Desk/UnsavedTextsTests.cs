using Bunit;
using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class UnsavedTextsTests : DeskContext
{
    [Fact]
    public async Task Render_ConflictOfAStepThatWasLeft_ShowsBothTextsUntilItsAuthorHasChosen()
    {
        using var box = NewBox((text, replaces) => Task.FromResult(new SaveResult(Saved: replaces == "theirs", 3, replaces == "theirs" ? text : "theirs")));
        box.Type("mine");
        await box.FlushAsync();
        var part = Draw(new UnsavedText(BoxKind.Plan, 4, 2, box));
        var (name, texts) = (part.Find("section").GetAttribute("aria-label"), part.FindAll("blockquote").Select(quote => quote.TextContent).ToList());

        await Button(part, "Keep mine").ClickAsync(new());
        part.Render();

        Assert.Equal("Plan 2 after paragraph 4:", name);
        Assert.Equal(["mine", "theirs"], texts);
        Assert.Equal("", part.Markup.Trim());
    }

    [Fact]
    public async Task Render_DiskFull_ShowsTheTextAndSaysWhy()
    {
        using var box = NewBox((_, _) => throw new StoreException(new StepFailure(FailureKind.DiskFull)));
        box.Type("mine");
        await box.FlushAsync();

        var part = Draw(new UnsavedText(BoxKind.Memory, 4, 0, box));

        Assert.Equal("mine", part.Find("blockquote").TextContent);
        Assert.StartsWith("The disk that holds your stories is full.", part.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private SavedText NewBox(SaveTextAsync save) => new("old", save, Clock, () => { }, NullLogger.Instance);

    private IRenderedComponent<UnsavedTexts> Draw(params IReadOnlyList<UnsavedText> texts) => Render<UnsavedTexts>(part => part.Add(unsaved => unsaved.Texts, texts));
}
