using Bunit;
using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class TextConflictTests : DeskContext
{
    [Fact]
    public async Task TakeOther_Conflict_EndsIt()
    {
        using var text = new SavedText("old", (_, _) => Task.FromResult(new SaveResult(Saved: false, 3, "theirs")), Clock, () => { }, NullLogger.Instance);
        text.Type("mine");
        await text.FlushAsync();
        var conflict = Render<TextConflict>(part => part.Add(shown => shown.Value, text));
        var shown = conflict.Find("blockquote").TextContent;

        Button(conflict, "Take the other").Click();

        Assert.Equal("theirs", shown);
        Assert.Equal("theirs", text.Text);
        Assert.Equal("", conflict.Markup.Trim());
    }
}
