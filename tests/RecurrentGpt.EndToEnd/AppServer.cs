using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace RecurrentGpt.EndToEnd;

/// <summary>The real program, in process, on a free port of loopback.</summary>
public sealed class AppServer : WebApplicationFactory<Program>
{
    private readonly string _dataFolder;
    private readonly Uri? _model;

    private AppServer(string dataFolder, Uri? model)
    {
        _dataFolder = dataFolder;
        _model = model;
    }

    /// <summary>Pages that broke, as the program tells of them.</summary>
    internal PageErrors Errors { get; } = new();

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Starts it; without a model it writes with its own sample writer.</summary>
    public static AppServer Start(string dataFolder, Uri? model)
    {
        var server = new AppServer(dataFolder, model);
        server.UseKestrel(0);
        server.StartServer();
        return server;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.ConfigureLogging(logging => logging.AddProvider(Errors));
        builder.UseSetting("Storage:Path", _dataFolder);
        builder.UseSetting("Models:SampleWordsPerSecond", "0");
        builder.UseSetting("Autopilot:RetryAfter", "00:00:00");
        if (_model is not null)
        {
            builder.UseSetting("Models:Provider", "Compatible");
            builder.UseSetting("Models:BaseUrl", _model.ToString());
            builder.UseSetting("Models:ApiKey", "sk-test");
            builder.UseSetting("Models:ChatModel", "fake-writer");
            builder.UseSetting("Models:EmbeddingModel", "fake-embedder");
        }
    }
}
