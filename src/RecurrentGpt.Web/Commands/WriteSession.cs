using RecurrentGpt.Authors;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Export;
using RecurrentGpt.Web.Features.Library;

namespace RecurrentGpt.Web.Commands;

/// <summary>One "write", from the order to the file.</summary>
internal sealed class WriteSession(IServiceProvider services, TextWriter output, WriteProgress progress)
{
    public async Task<int> RunAsync(WriteOrder order, CancellationToken stop)
    {
        if (await RefusalAsync(stop) is { } refusal)
        {
            progress.Failed(refusal);
            progress.Say($"Nothing has been written.");
            return ExitCode.ModelFailed;
        }

        await using var trace = order.Trace is { } file ? new TraceFile(file) : null;
        var story = await StoryAsync(order, stop);
        await output.WriteLineAsync(story.Id.ToString());
        var last = await Writer(order.Author, trace).WriteAsync(story, order.Opening, order.Steps, stop);
        return await EndAsync(order, story.Id, last);
    }

    // Asked before a story is made, so that wrong settings leave no empty one behind.
    private async Task<StepFailure?> RefusalAsync(CancellationToken stop)
    {
        try
        {
            var models = await services.GetRequiredService<IModelSource>().CurrentAsync(stop);
            if (models.IsSample)
            {
                progress.Sample();
            }

            return null;
        }
        catch (ModelException refused)
        {
            return refused.Failure;
        }
    }

    private async Task<Story> StoryAsync(WriteOrder order, CancellationToken stop)
    {
        if (order.StoryId is not { } id)
        {
            return await services.GetRequiredService<StoryLibrary>().CreateAsync(order.Card, new StorySettings(), stop);
        }

        var story = await services.GetRequiredService<IStoryStore>().FindStoryAsync(id, stop)
            ?? throw new UsageException($"There is no story {id}; \"stories\" lists them.");
        if (order.Opening.Length > 0 && story.HeadId is not null)
        {
            throw new UsageException($"The story {id} has its opening already; leave out --opening.");
        }

        progress.Words = (await services.GetRequiredService<StoryExport>().FindAsync(id, stop))?.Words ?? 0;
        return story;
    }

    private StoryWriter Writer(IPlanChooser author, TraceFile? trace) => new(
        services.GetRequiredService<StoryRunner>(),
        services.GetRequiredService<IStoryStore>(),
        services.GetRequiredService<DraftStore>(),
        author,
        progress,
        trace);

    // What was written before a stop or a failure is exported too, so a stop no longer counts here.
    private async Task<int> EndAsync(WriteOrder order, Guid storyId, RunResult last)
    {
        if (last.State == RunState.Failed)
        {
            progress.Failed(last.Failure ?? new StepFailure(FailureKind.Unexpected));
        }

        await ExportAsync(order, storyId);
        return last.State switch
        {
            RunState.Done => ExitCode.Done,
            RunState.Failed => ExitCode.ModelFailed,
            _ => ExitCode.Stopped,
        };
    }

    private async Task ExportAsync(WriteOrder order, Guid storyId)
    {
        var story = await services.GetRequiredService<StoryExport>().FindAsync(storyId, CancellationToken.None)
            ?? throw new InvalidOperationException("The story that was being written is not there any more.");
        if (story.Paragraphs == 0)
        {
            var opening = order.Opening.Length > 0 ? " with the same --opening" : "";
            progress.Say($"Nothing has been written yet. Try again: write --story {storyId}{opening}");
            return;
        }

        await OutFile.WriteAsync(story, order.Out, CancellationToken.None);
        progress.Say($"{story.Paragraphs:N0} paragraphs, {story.Words:N0} words, are in {order.Out} and on the desk. Go on with: write --story {storyId}");
    }
}
