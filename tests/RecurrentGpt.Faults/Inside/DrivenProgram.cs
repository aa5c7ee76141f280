using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Faults.Inside;

[assembly: HostingStartup(typeof(DrivenProgram))]

namespace RecurrentGpt.Faults.Inside;

/// <summary>What ASP.NET Core calls in a web program that is started with ASPNETCORE_HOSTINGSTARTUPASSEMBLIES.</summary>
internal sealed class DrivenProgram : IHostingStartup
{
    public void Configure(IWebHostBuilder builder)
    {
        if (DriveOrder.Read(Environment.GetEnvironmentVariable(DriveOrder.Variable)) is { } order)
        {
            builder.ConfigureServices(services => services.AddSingleton(order).AddHostedService<Driver>());
        }
    }
}
