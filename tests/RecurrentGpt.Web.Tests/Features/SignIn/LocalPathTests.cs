using RecurrentGpt.Web.Features.SignIn;

namespace RecurrentGpt.Web.Tests.Features.SignIn;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/stories/1?x=2#y", "/stories/1?x=2#y")]
    [InlineData("/", "/")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("stories/1", "/")]
    [InlineData("//elsewhere.example", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    [InlineData("/\t/elsewhere.example", "/")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    public void Of_Wanted_IsAPathOfThisDesk(string? wanted, string expected) => Assert.Equal(expected, LocalPath.Of(wanted));
}
