using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Tests.People;

public sealed class SignInOptionsTests
{
    [Theory]
    [InlineData("Recheck", "00:05:00", true)]
    [InlineData("Recheck", "00:05:01", false)]
    [InlineData("Recheck", "00:00:00", false)]
    [InlineData("LockoutAfter", "2", false)]
    [InlineData("LockoutFor", "00:00:30", false)]
    [InlineData("AttemptsAMinute", "0", false)]
    [InlineData("StaysFor", "00:00:00", false)]
    public void Validate_Value_IsTakenOrNamed(string key, string value, bool isTaken)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create($"SignIn:{key}", (string?)value)]).Build();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddCheckedOptions<SignInOptions>(SignInOptions.Section).BuildServiceProvider();

        var failure = Record.Exception(() => services.GetRequiredService<IOptions<SignInOptions>>().Value);

        Assert.Equal(isTaken, failure is null);
        Assert.True(isTaken || failure!.Message.Contains($"SignIn:{key}", StringComparison.Ordinal));
    }
}
