using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Play;
using RecurrentGpt.Web.Features.Play;

namespace RecurrentGpt.Web.Tests.Features.Play;

public sealed class PlayFieldsTests : BunitContext
{
    private PlaySettings _settings = new();

    public PlayFieldsTests() => Services.AddLocalization();

    [Fact]
    public void Render_Groups_AreNamedAndTellTheTurnsOfTheArc()
    {
        var fields = Draw();

        Assert.Equal(["Length", "The story speaks to you as"], fields.FindAll("[role=radiogroup]").Select(group => fields.Find($"#{group.GetAttribute("aria-labelledby")}").TextContent));
        Assert.Equal(
            ["Short, 12 turns", "Medium, 30 turns", "Long, 80 turns", "Endless", "You open the door", "I open the door"],
            fields.FindAll("input[type=radio]").Select(radio => radio.GetAttribute("aria-label")));
        Assert.All(fields.FindAll("input"), radio => Assert.NotEmpty(fields.Find($"#{radio.GetAttribute("aria-describedby")}").TextContent));
    }

    [Fact]
    public void Render_Settings_ChecksOneOfEachGroup()
    {
        _settings = new PlaySettings { Length = PlayLength.Endless, Person = PlayPerson.First };

        var fields = Draw();

        Assert.Equal(["Endless", "I open the door"], fields.FindAll("input[checked]").Select(radio => radio.GetAttribute("aria-label")));
    }

    [Fact]
    public void Choose_OneOfEach_ChangesThatAndLeavesTheOther()
    {
        var fields = Draw();

        Radio(fields, "Short, 12 turns").Change("Short");
        fields.Render(part => part.Add(fields => fields.Settings, _settings));
        Radio(fields, "I open the door").Change("First");

        Assert.Equal(new PlaySettings { Length = PlayLength.Short, Person = PlayPerson.First }, _settings);
    }

    private static IElement Radio(IRenderedComponent<PlayFields> fields, string name) => fields.Find($"input[aria-label='{name}']");

    private IRenderedComponent<PlayFields> Draw() =>
        Render<PlayFields>(part => part.Add(fields => fields.Settings, _settings).Add(fields => fields.SettingsChanged, settings => _settings = settings));
}
