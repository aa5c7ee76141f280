using RecurrentGpt.Web.Commands;

namespace RecurrentGpt.Web.Tests.Commands;

public sealed class OwnAddressTests
{
    [Theory]
    [InlineData(null, "http://127.0.0.1:5080/")]
    [InlineData("", "http://127.0.0.1:5080/")]
    [InlineData("http://+:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://*:8080;http://+:9090", "http://127.0.0.1:8080/")]
    [InlineData("http://0.0.0.0:80", "http://127.0.0.1/")]
    [InlineData("http://[::]:5080", "http://[::1]:5080/")]
    [InlineData("http://desk.example:5080", "http://desk.example:5080/")]
    public void Find_Addresses_GivesOneThatThisMachineReaches(string? urls, string expected) =>
        Assert.Equal(new Uri(expected), OwnAddress.Find(urls));
}
