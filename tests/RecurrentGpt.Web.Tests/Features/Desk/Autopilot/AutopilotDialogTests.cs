using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Features.Desk.Autopilot;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Desk.Autopilot;

public sealed class AutopilotDialogTests : DeskContext, IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        Services.AddSingleton(new EstimateReader(_database.Services.GetRequiredService<IDbContextFactory<WritingDb>>()));
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public void Begin_AsItOpens_HandsOnTheUsualOrder()
    {
        var dialog = Draw();

        dialog.Find("form").Submit();

        Assert.Equal(["start"], Autopilot.Done);
        Assert.Equal(new AutopilotOrder(), Assert.Single(Autopilot.Orders));
    }

    [Fact]
    public void Begin_EverythingChanged_HandsItOn()
    {
        var dialog = Draw();

        dialog.Find("#autopilot-Steps").Input("25");
        dialog.Find("#autopilot-MayRevise").Change(false);
        dialog.Find("#autopilot-UsesTaste").Change(false);
        dialog.Find("#autopilot-Extends").Change(true);
        dialog.Find("#autopilot-condition").Input("when the letter is opened");
        dialog.Find("#autopilot-JudgesApart").Change(true);
        dialog.Find("#autopilot-MostTokens").Input("90000");
        dialog.Find("#autopilot-MostTime").Input("1.5");
        dialog.Find("#autopilot-StopsAtRepetition").Change(false);
        dialog.Find("#autopilot-StopsAtAlikePlans").Change(false);
        dialog.Find("form").Submit();

        Assert.Equal(
            new AutopilotOrder
            {
                Steps = 25,
                MayRevise = false,
                UsesTaste = false,
                Extends = true,
                StopCondition = "when the letter is opened",
                JudgesApart = true,
                MostTokens = 90_000,
                MostTime = TimeSpan.FromHours(1.5),
                StopsAtRepetition = false,
                StopsAtAlikePlans = false,
            },
            Assert.Single(Autopilot.Orders));
    }

    [Fact]
    public void Choose_ByChance_AsksForTheSeedAndNothingOfTheSimulatedAuthor()
    {
        var dialog = Draw();

        dialog.Find("input[value=Random]").Change("Random");
        dialog.Find("#autopilot-Seed").Input("42");
        dialog.Find("form").Submit();

        Assert.Equal((AuthorKind.Random, 42), (Autopilot.Orders[0]!.Author, Autopilot.Orders[0]!.Seed));
        Assert.Empty(dialog.FindAll("#autopilot-UsesTaste"));
    }

    [Fact]
    public void Type_OutOfRange_IsToldAtTheFieldAndCannotBegin()
    {
        var dialog = Draw();

        dialog.Find("#autopilot-Steps").Input("1001");
        dialog.Find("form").Submit();

        Assert.Equal("Give a whole number from 1 to 1,000.", dialog.Find("#autopilot-Steps-note").TextContent);
        Assert.Equal("true", dialog.Find("#autopilot-Steps").GetAttribute("aria-invalid"));
        Assert.True(Button(dialog, "Start autopilot").HasAttribute("disabled"));
        Assert.Empty(Autopilot.Done);
    }

    [Fact]
    public void Type_AnotherNumber_MovesTheEstimate()
    {
        var dialog = Draw();
        var ten = dialog.WaitForElement(".estimate strong").TextContent;

        dialog.Find("#autopilot-Steps").Input("100");

        Assert.NotEqual(ten, dialog.Find(".estimate strong").TextContent);
        Assert.Contains("200 requests", dialog.Find(".estimate").TextContent, StringComparison.Ordinal);
        Assert.Contains("nothing was measured yet", dialog.Find(".estimate").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WithoutPrices_SaysWhereToSetThem()
    {
        var dialog = Draw();

        Assert.Empty(dialog.FindAll("#autopilot-MostCost"));
        Assert.Equal("/settings", dialog.Find("fieldset a").GetAttribute("href"));
    }

    [Fact]
    public void Render_WithPrices_EstimatesAndCapsTheCost()
    {
        Autopilot.Settings = Autopilot.Settings with { Prices = new TokenPrices { InputPrice = 1, OutputPrice = 4 } };
        var dialog = Draw();

        dialog.WaitForElement("#autopilot-MostCost").Input("2.50");
        dialog.Find("form").Submit();

        Assert.Equal(2.5m, Autopilot.Orders[0]!.MostCost);
        Assert.Contains("$0.", dialog.Find(".estimate").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_SampleWriter_SaysThatItsProseIsASample()
    {
        Assert.Contains("only a sample", Draw(DeskSamples.View with { IsSample = true }).WaitForElement(".estimate").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_AfterAnEarlierRun_BeginsWithItsOrder()
    {
        var dialog = Draw(AutopilotSamples.Halted(AutopilotState.Done));

        Assert.Equal("20", dialog.Find("#autopilot-Steps").GetAttribute("value"));
        Assert.Equal("when the letter is opened", dialog.Find("#autopilot-condition").GetAttribute("value"));
        Assert.Equal("Start autopilot", dialog.Find("button[type=submit]").TextContent);
    }

    [Fact]
    public void Resume_HeldRun_GoesOnWithWhatWasChanged()
    {
        var dialog = Draw(AutopilotSamples.Halted(AutopilotState.Paused));

        dialog.Find("#autopilot-Steps").Input("8");
        Assert.Equal("Written already: 8. Give a higher number, up to 1,000.", dialog.Find("#autopilot-Steps-note").TextContent);
        dialog.Find("#autopilot-Steps").Input("30");
        dialog.Find("form").Submit();

        Assert.Equal(["resume"], Autopilot.Done);
        Assert.Equal(30, Autopilot.Orders[0]!.Steps);
    }

    [Fact]
    public void Begin_ModelCannotBeUsed_SaysWhy()
    {
        Autopilot.Refusal = new ModelException(new StepFailure(FailureKind.Unauthorized));
        var dialog = Draw();

        dialog.Find("form").Submit();

        Assert.Contains("key", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Begin_AnotherTabWasQuicker_SaysWhatToDo()
    {
        Autopilot.Refusal = new InvalidOperationException("One runs already.");
        var dialog = Draw();

        dialog.Find("form").Submit();

        Assert.StartsWith("Autopilot cannot do that now", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_WhileSomethingWrites_Waits()
    {
        var dialog = Draw(DeskSamples.View with { Live = DeskSamples.Live });

        Assert.True(Button(dialog, "Start autopilot").HasAttribute("disabled"));
        Assert.Contains("then it can start", dialog.Find(".buttons").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<AutopilotDialog> Draw(DeskView? view = null) => Render<AutopilotDialog>(part => part.Add(dialog => dialog.View, view ?? DeskSamples.View));
}
