using RecurrentGpt.Web.Hosting;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class LoopbackAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://127.8.9.10:5080")]
    [InlineData("http://localhost:5080")]
    [InlineData("https://LOCALHOST:5080")]
    [InlineData("http://[::1]:5080")]
    [InlineData("http://[::ffff:127.0.0.1]:5080")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://unix:/run/desk.sock")]
    public void Is_OnlyThisMachineReachesIt_IsTrue(string address) => Assert.True(LoopbackAddress.Is(address));

    [Theory]
    [InlineData("http://+:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://*")]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.20:5080")]
    [InlineData("http://[fe80::1]:5080")]
    [InlineData("http://desk.example:5080")]
    [InlineData("http://localhost.example:5080")]
    [InlineData("http://127.0.0.1.example:5080")]
    [InlineData("http://sockethandle:3")]
    public void Is_OthersReachIt_IsFalse(string address) => Assert.False(LoopbackAddress.Is(address));
}
