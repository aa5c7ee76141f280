using Bunit;
using RecurrentGpt.Web.Features.Desk;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class DeskMenuTests : DeskContext
{
    private readonly List<string> _chosen = [];

    [Fact]
    public void Choose_AnItem_DoesItOnceAndCloses()
    {
        var menu = Draw();
        Button(menu, "More of paragraph 4").Click();

        Button(menu, "Lock").Click();

        Assert.Equal(["Lock"], _chosen);
        Assert.Empty(menu.FindAll("[role=menu]"));
    }

    [Fact]
    public void Choose_ADisabledItem_DoesNothing()
    {
        var menu = Draw();
        Button(menu, "More of paragraph 4").Click();

        Button(menu, "Branch").Click();

        Assert.Empty(_chosen);
        Assert.Equal("true", Button(menu, "Branch").GetAttribute("aria-disabled"));
    }

    private IRenderedComponent<DeskMenu> Draw() => Render<DeskMenu>(part => part
        .Add(menu => menu.Name, "More")
        .Add(menu => menu.Label, "More of paragraph 4")
        .Add(menu => menu.Items, () => [Item("Lock"), Item("Branch") with { IsDisabled = true }]));

    private DeskMenuItem Item(string name) => new(name)
    {
        OnChosen = () =>
        {
            _chosen.Add(name);
            return Task.CompletedTask;
        },
    };
}
