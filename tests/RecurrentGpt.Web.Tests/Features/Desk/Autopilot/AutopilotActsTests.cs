using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Autopilot;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Tests.Doubles;
using RecurrentGpt.Web.Tests.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Autopilot;

/// <summary>The acts of the bar and the dialog at the real runner: what the desk shows of them.</summary>
public sealed class AutopilotActsTests
{
    private static readonly AutopilotOrder TwoSteps = new() { Steps = 2, Author = AuthorKind.First, StopsAtRepetition = false, StopsAtAlikePlans = false };

    [Fact]
    public async Task StartAsync_TwoSteps_AreWrittenAndShownAtTheDesk()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        desk.Chat.Reply(Samples.StepReply).Reply(Samples.StepReply);

        await ActsAt(desk).StartAsync(desk.StoryId, TwoSteps);

        await desk.UntilAsync(view => view is { Autopilot.Record.State: AutopilotState.Done, Draft.Paragraphs.Count: 6, CanWrite: true });
        Assert.Equal((AuthorKind.First, 1), (desk.View.Draft!.Paragraphs[^1].Choice!.Author, desk.View.Draft.Paragraphs[^1].Choice!.Number));
        Assert.Equal(3, desk.View.Draft.Offered[desk.View.Draft.Paragraphs[^1].StepId].Count);
    }

    [Fact]
    public async Task StopAsync_HeldRun_EndsIt()
    {
        await using var desk = await TestDesk.WithAStepAsync();
        var acts = ActsAt(desk);
        desk.Chat.Open();
        await acts.StartAsync(desk.StoryId, TwoSteps);
        await desk.UntilAsync(view => view is { IsUnattended: true, IsRunning: true });
        await acts.TakeOverAsync(desk.StoryId);
        await desk.UntilAsync(view => view is { Autopilot.Record.State: AutopilotState.Paused, CanWrite: true });

        await acts.StopAsync(desk.StoryId);

        await desk.UntilAsync(view => view is { Autopilot.Record.State: AutopilotState.Stopped });
        await Assert.ThrowsAsync<InvalidOperationException>(() => acts.ResumeAsync(desk.StoryId, null));
    }

    private static AutopilotActs ActsAt(TestDesk desk) => AutopilotActs.At(
        desk.Autopilots,
        new ModelSettingsStore(new MemorySettingStore(), new ModelDefaults(Options.Create(new ModelOptions()), new ConfigurationBuilder().Build()), Servers.OfOwner, new EphemeralDataProtectionProvider(), NullLogger<ModelSettingsStore>.Instance));
}
