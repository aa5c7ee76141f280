using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class GuardTests
{
    [Fact]
    public void Refuse_OpenWithNobodyWhoAsks_NamesTheAddressAndBothWaysOut()
    {
        var refusal = Make().Refuse(["http://127.0.0.1:1", "http://+:5080"]);

        Assert.Contains("http://+:5080", refusal, StringComparison.Ordinal);
        Assert.Contains("SignIn__Enabled=true", refusal, StringComparison.Ordinal);
        Assert.Contains("Access__BehindProxy=true", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuse_LoopbackAlone_IsFine() => Assert.Null(Make().Refuse(["http://127.0.0.1:5080", "http://[::1]:5080"]));

    [Fact]
    public void Refuse_PeopleSignIn_IsFine() => Assert.Null(Make(signIn: true).Refuse(["http://+:5080"]));

    [Fact]
    public void Refuse_AProxyAsks_IsFine() => Assert.Null(Make(behindProxy: true).Refuse(["http://+:5080"]));

    private static Guard Make(bool signIn = false, bool behindProxy = false) =>
        new(Options.Create(new SignInOptions { Enabled = signIn }), Options.Create(new AccessOptions { BehindProxy = behindProxy }));
}
