using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Export;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.People;

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

        await CheckPricesAsync(order.Unattended, stop);
        await using var trace = order.Trace is { } file ? new TraceFile(file) : null;
        var story = await StoryAsync(order, stop);
        await output.WriteLineAsync(story.Id.ToString());
        var end = await WriteAsync(order, story, new RunTeller(services.GetRequiredService<DraftStore>(), progress, trace), stop);
        return await EndAsync(order, story.Id, end);
    }

    private async Task<WriteEnd> WriteAsync(WriteOrder order, Story story, RunTeller teller, CancellationToken stop)
    {
        var runner = services.GetRequiredService<Study>().Runner;
        var opened = await new StoryOpener(runner, progress, teller).OpenAsync(story, order.Opening, stop);
        return opened.State != RunState.Done || order.Unattended.Steps == 0
            ? WriteEnd.Of(opened)
            : await new UnattendedWriter(services.GetRequiredService<Study>().Autopilots, runner, progress, teller).WriteAsync(story.Id, order.Unattended, stop);
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
        catch (FailureException refused)
        {
            return refused.Failure;
        }
    }

    // A limit that could never be reached would only seem to guard.
    private async Task CheckPricesAsync(AutopilotOrder order, CancellationToken stop)
    {
        var settings = await services.GetRequiredService<ModelSettingsStore>().ReadAsync(stop);
        if (order.MostCost is not null && settings.CostOf(TokenUsage.None, settings.ChatModel) is null)
        {
            throw new UsageException("--max-cost needs what the chat model's tokens cost; enter both prices on the Settings page. The sample writer costs nothing.");
        }
    }

    private async Task<Story> StoryAsync(WriteOrder order, CancellationToken stop)
    {
        if (order.StoryId is not { } id)
        {
            return await services.GetRequiredService<StoryLibrary>().CreateAsync(order.Card, order.Settings, stop);
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

    // What was written before a stop or a failure is exported too, so a stop no longer counts here.
    private async Task<int> EndAsync(WriteOrder order, Guid storyId, WriteEnd end)
    {
        if (end.Failure is { } failure)
        {
            progress.Failed(failure);
        }

        progress.Unattended(end, order.Unattended);
        await ExportAsync(order, storyId);
        return end.Code;
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
