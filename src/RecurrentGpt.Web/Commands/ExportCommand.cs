using System.CommandLine;
using RecurrentGpt.Web.Features.Export;

namespace RecurrentGpt.Web.Commands;

/// <summary>export: a story of the desk as a file.</summary>
internal sealed class ExportCommand : Command
{
    private readonly Option<Guid> _story = new("--story") { Description = "The story; \"stories\" lists them.", HelpName = "ID", Required = true };
    private readonly Option<string> _out = SharedOptions.Out();
    private readonly Option<string?> _data = SharedOptions.Data();

    public ExportCommand()
        : base("export", "Export a story.")
    {
        Add(_story);
        Add(_out);
        Add(_data);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var error = parsed.InvocationConfiguration.Error;
        return Headless.RunAsync(
            parsed.GetValue(_data),
            error,
            services => ExportAsync(services, parsed.GetRequiredValue(_story), parsed.GetRequiredValue(_out), error, stop),
            stop);
    }

    private static async Task<int> ExportAsync(IServiceProvider services, Guid id, string file, TextWriter error, CancellationToken stop)
    {
        var story = await services.GetRequiredService<StoryExport>().FindAsync(id, stop)
            ?? throw new UsageException($"There is no story {id}; \"stories\" lists them.");
        await OutFile.WriteAsync(story, file, stop);
        await error.WriteLineAsync($"{OneLine.Of(story.Title)} is in {file}.");

        return ExitCode.Done;
    }
}
