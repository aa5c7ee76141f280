using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

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
        builder.UseSetting("Storage:Path", _dataFolder);
        builder.UseSetting("Models:SampleWordsPerSecond", "0");
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
