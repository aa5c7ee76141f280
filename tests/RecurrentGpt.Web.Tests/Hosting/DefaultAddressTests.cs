using Microsoft.AspNetCore.Builder;
using RecurrentGpt.Web.Hosting;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class DefaultAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:6000", "--DefaultUrl", "http://127.0.0.1:6000")]
    [InlineData("http://[::1]:6000", "--DefaultUrl", "http://127.0.0.1:6000", "--urls", "http://[::1]:6000")]
    [InlineData("http://*:6000", "--http_ports", "6000")]
    [InlineData("http://[::1]:6000", "--Kestrel:Endpoints:Web:Url", "http://[::1]:6000")]
    public void UseDefaultAddress_Settings_DefaultIsTakenOnlyWhenNobodyNamesAny(string expected, params string[] args)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { Args = args });

        builder.WebHost.UseDefaultAddress(builder.Configuration);

        Assert.Equal(expected, Assert.Single(ListenAddresses.Of(builder.Configuration)));
    }
}
