using Bunit;
using RecurrentGpt.Web.Features.Desk;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class ProseTongueTests : BunitContext
{
    [Fact]
    public void Render_AStorysLanguage_TellsItToThePageAndAgainWhenItChanges()
    {
        var module = JSInterop.SetupModule("/js/tongue.js");
        var running = module.SetupModule(invocation => invocation.Identifier == "start");
        running.Mode = JSRuntimeMode.Loose;
        var tongue = Render<ProseTongue>(part => part.Add(prose => prose.Language, "日本語"));

        tongue.Render(part => part.Add(prose => prose.Language, "Japanese"));
        tongue.Render(part => part.Add(prose => prose.Language, "Klingon"));

        Assert.Equal(["ja", null], module.Invocations["start"].Select(start => start.Arguments[0]));
        Assert.Single(running.Invocations["stop"]);
    }
}
