using System.Globalization;
using RecurrentGpt.Stories;
using Xunit.Abstractions;

namespace RecurrentGpt.Tests.Stories;

/// <summary>Holds the threshold for actions against pairs as a play has them: short, and of the same people and things.</summary>
public sealed class ActionLikenessTests(ITestOutputHelper output)
{
    public static TheoryData<string, string> Different => new()
    {
        { "Open the door.", "Open the window." },
        { "You open the door.", "You open the window." },
        { "I open the door.", "I open the window." },
        { "Ask Ilse about the key.", "Ask Ilse about the letter." },
        { "You ask Ilse about the key.", "You ask Ilse about the letter." },
        { "I ask the boy who cut the rope.", "I ask the boy who tied the knot." },
        { "Go to the cellar.", "Go to the attic." },
        { "Follow the boy into the orchard.", "Send the boy into the orchard." },
        { "Take the lamp and climb down.", "Leave the lamp and climb down." },
        { "Hide the key in your sleeve and say nothing.", "Give him the key and say nothing." },
        { "Wait.", "Run." },
        { "打开门。", "打开窗。" },
        { "你打开那扇门。", "你打开那扇窗。" },
        { "问伊尔莎钥匙的事。", "问伊尔莎那封信的事。" },
        { "我跟着男孩走进果园。", "我让男孩走进果园。" },
        { "带上灯爬下去。", "把灯留下，爬下去。" },
    };

    public static TheoryData<string, string> Same => new()
    {
        { "Cut the rope.", "Cut the rope!" },
        { "Ask the boy about the knot.", "Ask the boy about his knot." },
        { "I follow the boy into the orchard.", "I follow that boy into the orchard." },
        { "打开那扇门。", "你打开那扇门。" },
    };

    [Theory]
    [MemberData(nameof(Different))]
    public void Of_ShortActionsThatDiffer_StaysUnderTheThreshold(string first, string second) => Assert.InRange(Measured(first, second), 0, PlanLikeness.TooCloseOfActions - 0.01);

    [Theory]
    [MemberData(nameof(Same))]
    public void Of_OneActionToldTwice_ComesUpToTheThreshold(string first, string second) => Assert.InRange(Measured(first, second), PlanLikeness.TooCloseOfActions, 1);

    private double Measured(string first, string second)
    {
        var likeness = PlanLikeness.Of(first, second);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{likeness:0.00} {first} | {second}"));
        return likeness;
    }
}
