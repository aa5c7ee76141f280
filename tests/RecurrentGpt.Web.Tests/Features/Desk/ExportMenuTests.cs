using Bunit;
using RecurrentGpt.Web.Features.Desk;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class ExportMenuTests : DeskContext
{
    [Fact]
    public void Click_Closed_OffersBothFormatsAsDownloads()
    {
        var menu = Draw();

        Button(menu, "Export").Click();

        Assert.Equal(["Markdown", "JSON"], menu.FindAll("[role=menuitem]").Select(item => item.TextContent));
        Assert.Equal(
            [$"/stories/{DeskSamples.StoryId}/export?format=markdown", $"/stories/{DeskSamples.StoryId}/export?format=json"],
            menu.FindAll("[role=menuitem]").Select(item => item.GetAttribute("href")));
        Assert.All(menu.FindAll("[role=menuitem]"), item => Assert.True(item.HasAttribute("download")));
    }

    [Fact]
    public void Escape_Open_Closes()
    {
        var menu = Draw();
        Button(menu, "Export").Click();

        menu.Find(".menu-button").KeyDown("Escape");

        Assert.Empty(menu.FindAll("[role=menu]"));
        Assert.Equal("false", Button(menu, "Export").GetAttribute("aria-expanded"));
    }

    private IRenderedComponent<ExportMenu> Draw() => Render<ExportMenu>(part => part.Add(menu => menu.StoryId, DeskSamples.StoryId));
}
