using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Tests.Models;

public sealed class FailureTextTests
{
    private readonly FailureText _text = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<FailureText>()
        .BuildServiceProvider().GetRequiredService<FailureText>();

    public static TheoryData<FailureKind> Kinds => [.. Enum.GetValues<FailureKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_EveryKind_SaysMoreThanItsName(FailureKind kind)
    {
        var message = _text.Of(new StepFailure(kind));

        Assert.DoesNotContain(kind.ToString(), message.Split(' '));
        Assert.True(message.Split(' ').Length > 8, message);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AllKinds_AreToldApart()
    {
        Assert.Distinct(Enum.GetValues<FailureKind>().Select(kind => _text.Of(new StepFailure(kind))));
    }

    [Fact]
    public void Of_MissingSections_NamesThemAsTheScreenDoes()
    {
        var message = _text.Of(new StepFailure(FailureKind.Incomplete, "Updated Memory, Instruction 2"));

        Assert.EndsWith("Missing: short-term memory, plan 2.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ScreenInChinese_SetsSentencesAndListsAsChineseDoes()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");

        var message = _text.Of(new StepFailure(FailureKind.Incomplete, "Updated Memory, Instruction 2"));

        Assert.EndsWith("。缺少：短期记忆、走向 2。", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Named_EverySection_HasAName()
    {
        Assert.All(Enum.GetValues<Section>(), section => Assert.DoesNotContain("Section", _text.Named([section]), StringComparison.Ordinal));
    }

    [Fact]
    public void Of_DetailAndWait_NamesBoth()
    {
        var message = _text.Of(new StepFailure(FailureKind.RateLimited, "HTTP 429: slow down {0}") { RetryAfter = TimeSpan.FromSeconds(19.2) });

        Assert.Contains("wait 20 seconds", message, StringComparison.Ordinal);
        Assert.EndsWith("HTTP 429: slow down {0}", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "wait 1 second.")]
    [InlineData(60, "wait 60 seconds.")]
    [InlineData(601, "wait 11 minutes.")]
    [InlineData(7_200.5, "wait 3 hours.")]
    [InlineData(172_800, "wait 48 hours.")]
    [InlineData(259_200, "wait 3 days.")]
    [InlineData(409_000, "wait 4 days and 18 hours.")]
    public void Of_AWait_IsSaidAsPeopleSayIt(double seconds, string expected)
    {
        var message = _text.Of(new StepFailure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromSeconds(seconds) });

        Assert.EndsWith(expected, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "a little")]
    [InlineData(60, "a little")]
    [InlineData(409_000, "for a long while")]
    public void Of_TooManyRequests_CallsALongWaitLong(double seconds, string expected)
    {
        Assert.Contains(expected, _text.Of(new StepFailure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromSeconds(seconds) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WaitOfNothing_IsNotNamed()
    {
        Assert.DoesNotContain("asks to wait", _text.Of(new StepFailure(FailureKind.RateLimited) { RetryAfter = TimeSpan.Zero }), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_PromptTooLong_NamesItsPartsByTheirSizes()
    {
        var message = _text.Of(new StepFailure(FailureKind.ContextTooLong, "HTTP 400: too much\nsent: Card 3200, Instructions 1900, Plan 150"));

        Assert.Contains("title, premise and outline 3,200, instructions 1,900, the plan 150.", message, StringComparison.Ordinal);
        Assert.EndsWith("Details: HTTP 400: too much", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_EndlessReply_SaysWhereItWasCut()
    {
        var message = _text.Of(new StepFailure(FailureKind.TooLong, "200000"));

        Assert.StartsWith("The reply did not end", message, StringComparison.Ordinal);
        Assert.EndsWith("up to 200,000 characters.", message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_EveryKindInChinese_IsSaidInChinese(FailureKind kind)
    {
        var english = _text.Of(new StepFailure(kind));
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");

        var message = _text.Of(new StepFailure(kind));

        Assert.NotEqual(english, message);
        Assert.EndsWith("。", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Of_PromptTooLong_HasAWordForEachPart(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var parts = Enum.GetValues<PartKind>().Except([PartKind.Task]);

        Assert.All(parts, part => Assert.DoesNotContain($"Sent{part}", _text.Of(new StepFailure(FailureKind.ContextTooLong, $"\nsent: {part} 7")), StringComparison.Ordinal));
    }
}
