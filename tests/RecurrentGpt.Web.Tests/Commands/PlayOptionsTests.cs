using System.CommandLine;
using RecurrentGpt.Play;
using RecurrentGpt.Web.Commands;

namespace RecurrentGpt.Web.Tests.Commands;

public sealed class PlayOptionsTests
{
    private readonly PlayOptions _options = new();

    [Fact]
    public void Settings_NothingGiven_AreTheUsualOnes() => Assert.Equal(new PlaySettings(), Settings());

    [Theory]
    [InlineData("short", "first", PlayLength.Short, PlayPerson.First)]
    [InlineData("medium", "second", PlayLength.Medium, PlayPerson.Second)]
    [InlineData("long", "first", PlayLength.Long, PlayPerson.First)]
    [InlineData("endless", "second", PlayLength.Endless, PlayPerson.Second)]
    public void Settings_Given_AreThose(string length, string person, PlayLength expectedLength, PlayPerson expectedPerson) =>
        Assert.Equal(new PlaySettings { Length = expectedLength, Person = expectedPerson }, Settings("--length", length, "--person", person));

    private PlaySettings Settings(params string[] args)
    {
        var command = new Command("write");
        foreach (var option in _options.All)
        {
            command.Add(option);
        }

        var parsed = command.Parse(args);
        Assert.Empty(parsed.Errors);
        return _options.Settings(parsed);
    }
}
