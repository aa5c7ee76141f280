using Bunit;
using RecurrentGpt.Web.Features.Desk;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class DeskTabsTests : DeskContext
{
    private readonly List<DeskTab> _turned = [];

    [Fact]
    public void Click_Tab_TurnsToIt()
    {
        var tabs = Draw();

        Button(tabs, "Plans").Click();

        Assert.Equal(["Draft", "Memory", "Plans", "Recall", "Outline"], Names(tabs));
        Assert.Equal([DeskTab.Plans], _turned);
    }

    [Theory]
    [InlineData("ArrowRight", DeskTab.Memory)]
    [InlineData("ArrowLeft", DeskTab.Outline)]
    [InlineData("End", DeskTab.Outline)]
    public void Key_Arrow_TurnsToTheNext(string key, DeskTab expected)
    {
        Draw().Find("[role=tablist]").KeyDown(key);

        Assert.Equal([expected], _turned);
    }

    private IRenderedComponent<DeskTabs> Draw() => Render<DeskTabs>(part => part
        .Add(tabs => tabs.Tab, DeskTab.Draft)
        .Add(tabs => tabs.TabChanged, _turned.Add));
}
