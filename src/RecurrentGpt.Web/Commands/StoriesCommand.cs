using System.CommandLine;
using System.Globalization;
using RecurrentGpt.Web.Features.Library;

namespace RecurrentGpt.Web.Commands;

/// <summary>stories: one line a story, for a person and for scripts.</summary>
internal sealed class StoriesCommand : Command
{
    private readonly Option<string?> _data = SharedOptions.Data();

    public StoriesCommand()
        : base("stories", "List the stories: id, title, paragraphs, words, last change, with tabs between.")
    {
        Add(_data);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop) => Headless.RunAsync(
        parsed.GetValue(_data),
        parsed.InvocationConfiguration.Error,
        services => ListAsync(services, parsed.InvocationConfiguration.Output, stop),
        stop);

    private static async Task<int> ListAsync(IServiceProvider services, TextWriter output, CancellationToken stop)
    {
        foreach (var story in await services.GetRequiredService<StoryLibrary>().ListAsync(stop))
        {
            await output.WriteLineAsync(Line(story));
        }

        return ExitCode.Done;
    }

    private static string Line(StoryListing story) => string.Create(
        CultureInfo.InvariantCulture,
        $"{story.Id}\t{OneLine.Of(story.Title)}\t{story.Paragraphs}\t{story.Words}\t{story.ChangedAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");
}
