using RecurrentGpt.Web.Hosting;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class ListenAddressesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("http://+:5080", "urls=http://+:5080")]
    [InlineData("http://127.0.0.1:1|http://10.0.0.1:2", "urls=http://127.0.0.1:1; http://10.0.0.1:2;")]
    [InlineData("http://*:8080|http://*:8081|https://*:8443", "HTTP_PORTS=8080;8081", "HTTPS_PORTS=8443")]
    [InlineData("http://127.0.0.1:1", "urls=http://127.0.0.1:1", "HTTP_PORTS=8080")]
    [InlineData("http://[::]:1", "Kestrel:Endpoints:Web:Url=http://[::]:1", "urls=http://127.0.0.1:2", "HTTP_PORTS=8080")]
    [InlineData("http://127.0.0.1:2", "Kestrel:Endpoints:Web:Url=http://[::]:1", "urls=http://127.0.0.1:2", "preferHostingUrls=true")]
    [InlineData("http://[::]:1", "Kestrel:Endpoints:Web:Url=http://[::]:1", "preferHostingUrls=1")]
    public void Of_Settings_AreReadAsTheServerReadsThem(string expected, params string[] settings) =>
        Assert.Equal(expected, string.Join('|', ListenAddresses.Of(Settings.Of(settings))));
}
