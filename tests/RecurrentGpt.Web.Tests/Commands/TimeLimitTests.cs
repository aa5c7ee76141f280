using RecurrentGpt.Web.Commands;

namespace RecurrentGpt.Web.Tests.Commands;

public sealed class TimeLimitTests
{
    [Theory]
    [InlineData("2h", 7_200)]
    [InlineData("30m", 1_800)]
    [InlineData("1h30m", 5_400)]
    [InlineData("1h0m5s", 3_605)]
    [InlineData("90s", 90)]
    public void Read_TimeAsItIsTyped_GivesIt(string text, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), TimeLimit.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("0m")]
    [InlineData("-5m")]
    [InlineData("m30")]
    [InlineData("30m 5s")]
    [InlineData("99999h")]
    [InlineData("1.5h")]
    public void Read_AnythingElse_GivesNothing(string text) => Assert.Null(TimeLimit.Read(text));
}
