using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
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
}
