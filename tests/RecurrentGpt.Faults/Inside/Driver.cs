using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Faults.Inside;

/// <summary>Writes in the web program as its desk does, and tells of each step that is stored in the words of the headless verb.</summary>
internal sealed class Driver(DriveOrder order, Studies studies, IServiceScopeFactory scopes) : IHostedLifecycleService
{
    private Study Study => studies.Of(Person.FirstId);

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        Study.Runner.Subscribe(run => _ = TellAsync(run));
        await (order.Steps > 0 ? FlyAsync() : WriteAsync());
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // One step is asked of an author who asks nothing himself, so that the first thing stored is the step.
    private async Task FlyAsync()
    {
        var author = order.Steps > 1 ? AuthorKind.Simulated : AuthorKind.First;
        if (await Study.Autopilots.ReadAsync(order.StoryId, CancellationToken.None) is { Record: { IsHeld: true } held })
        {
            await Study.Autopilots.ResumeAsync(order.StoryId, held.Order with { Author = author, Steps = held.Spent.Steps + order.Steps }, CancellationToken.None);
        }
        else
        {
            await Study.Autopilots.StartAsync(order.StoryId, new AutopilotOrder { Author = author, Steps = order.Steps }, CancellationToken.None);
        }
    }

    private async Task WriteAsync()
    {
        await using var page = scopes.CreateAsyncScope();
        var stories = page.ServiceProvider.GetRequiredService<IStoryStore>();
        var story = await stories.FindStoryAsync(order.StoryId, CancellationToken.None);
        var head = await stories.FindStepAsync(story!.HeadId!.Value, CancellationToken.None);
        var plan = new Plan(head!.Plans[0].Text, PlanSource.Picked);
        await Study.Runner.StartAsync(new RunRequest(order.StoryId, RunKind.Step) { ParentId = head.Id, Plan = plan }, CancellationToken.None);
    }

    private static async Task TellAsync(StoryRun run)
    {
        if (await run.Completion is { State: RunState.Done, Steps: [.., var step] })
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  Paragraph {step.Number} is written;"));
        }
    }
}
